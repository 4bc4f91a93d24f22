import type { WhatIfWords } from '../words.ts';

export const whatIfWords: WhatIfWords = {
  open: 'Was wäre wenn …',
  openTitle: 'Eine Kopie dieses Aufrufs und seiner Antworten ändern und sehen, was der Browser täte',
  blank: 'Was wäre wenn …',
  blankTitle: 'Einen Aufruf und seine Antworten ausdenken und sehen, was der Browser täte',
  title: 'Was wäre wenn',
  intro: 'Gesendet wird nichts. Was hier steht, wird mit denselben Schritten beurteilt wie ein aufgezeichneter Aufruf.',
  call: 'Der Aufruf',
  preflight: 'Antwort auf den Preflight (OPTIONS)',
  preflightNot: 'Antwort auf den Preflight (für diesen Aufruf nicht nötig)',
  actual: 'Antwort auf den Aufruf selbst',
  fields: {
    origin: 'Origin',
    url: 'URL',
    method: 'Methode',
    requestHeaders: 'Anfrage-Header der Seite',
    credentials: 'Zugangsdaten',
    preflightStatus: 'Status',
    preflightHeaders: 'Antwort-Header',
    actualStatus: 'Status',
    actualHeaders: 'Antwort-Header',
  },
  oneALine: 'einer je Zeile: Name: Wert',
  browser: 'Browser',
  result: 'Was der Browser täte',
  code: (browser) => `${browser} würde es so nennen`,
  applyFix: 'Die Lösung in die Antworten einsetzen',
  startOver: 'Von vorn',
  toField: 'Zum Feld gehen, das dies entscheidet',
  ignored: (names) => `Weggelassen, weil Seiten sie nicht setzen können: ${names}.`,
  assumedTarget: 'Vom Ziel der Weiterleitung wird angenommen, dass es den Aufruf erlaubt.',
  onlyHop: (number) => `Nur eine Kopie von Anfrage ${number}: Der Aufruf wurde weitergeleitet.`,
  valuesUnknown: 'Der Aufruf selbst wurde nie gesendet; die Werte seiner Header sind erfunden.',
  problem: (code, detail) => {
    switch (code) {
      case 'not-an-origin':
        return detail === ''
          ? 'Eine Origin ist Schema, Host und ein Port, der nicht der übliche ist, oder null.'
          : `Eine Origin hat keinen Pfad und keinen üblichen Port: ${detail}`;
      case 'not-http':
        return 'Nötig ist eine ganze http- oder https-URL.';
      case 'same-origin':
        return 'Die URL hat die Origin der Seite selbst: CORS gilt nicht, und die Seite darf jede Antwort lesen.';
      case 'mixed-content':
        return 'Eine über https geladene Seite darf keine http-Adresse aufrufen: Es würde nichts gesendet.';
      case 'bad-port':
        return 'Browser rufen diesen Port nie auf, weil andere Protokolle ihn benutzen: Es würde nichts gesendet.';
      case 'not-a-method':
        return 'Eine Methode ist ein einzelnes Wort.';
      case 'forbidden-method':
        return `Browser erlauben keiner Seite ${detail}.`;
      case 'not-a-header':
        return `Zeile ${detail} ist kein Header: „Name: Wert“ wäre einer.`;
      case 'not-a-status':
        return 'Ein Status ist eine Zahl von 200 bis 999.';
    }
  },
  close: 'Zurück zu den aufgezeichneten Aufrufen',
};
