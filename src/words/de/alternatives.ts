import type { AlternativeWords } from '../words.ts';

export const alternativeWords: AlternativeWords = {
  title: 'Andere Wege und ihr Preis',
  name: (kind, names) => {
    switch (kind) {
      case 'public':
        return 'Die Antwort ist öffentlich: allen erlauben';
      case 'drop-headers':
        return `In der Seite: ${names} weglassen, dann ist kein Preflight nötig`;
      case 'without-credentials':
        return 'In der Seite: ohne Zugangsdaten aufrufen';
      case 'same-origin-proxy':
        return 'Den eigenen Server der Seite den Aufruf weiterreichen lassen';
    }
  },
  price: {
    public:
      'Jede Website darf diese Antworten lesen, im Browser jedes Besuchers. Nur richtig für Daten ohne Anmeldung, und nie in einem privaten Netz.',
    'drop-headers':
      'Der Server muss ohne sie auskommen: Ein Token, ein JSON-Inhalt oder eine Kennung, die er braucht, fehlt dann, und kein Preflight hält mehr andere Websites von solchen Aufrufen ab.',
    'without-credentials': 'Kein Cookie und keine Anmeldung wird mitgesandt: Der Server weiß nicht, wer fragt.',
    'same-origin-proxy':
      'Kein CORS, aber jener Server trägt dann den ganzen Verkehr. Er darf nur an diese eine Adresse weiterreichen, und Cookies des anderen Servers erreichen ihn nicht.',
  },
  nothingLeft: 'Dann muss der Server nichts ändern.',
  left: 'Dann muss der Server noch ändern:',
};
