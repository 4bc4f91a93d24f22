import type { Words } from '../words.ts';

export const nearMisses: Words['nearMisses'] = {
  'trailing-slash': () => 'Der Wert endet mit einem Schrägstrich. Ein Origin hat keinen.',
  path: (got) => `Der Wert enthält einen Pfad (${got}). Ein Origin besteht nur aus Schema, Host und Port.`,
  scheme: (got, want) => `Das Schema ist ein anderes: ${got} statt ${want}.`,
  port: (got, want) => `Der Port ist ein anderer: ${got} statt ${want}.`,
  'default-port-spelled-out': (got) =>
    `Der Wert schreibt den Standardport aus (${got}). Browser lassen ihn im Origin weg, der Server muss das auch tun.`,
  subdomain: (got, want) => `Der Host unterscheidet sich nur in der Subdomain: ${got} statt ${want}.`,
  'upper-case': () =>
    'Der Wert enthält Großbuchstaben. Browser senden Origins kleingeschrieben und vergleichen Zeichen für Zeichen.',
  'localhost-loopback': (got, want) =>
    `${got} und ${want} sind derselbe Rechner, aber verschiedene Origins: Die Namen müssen gleich sein.`,
  'origin-list': () =>
    'Der Wert zählt mehrere Origins auf. Dort darf nur einer stehen: Der Server muss den heraussuchen, der gefragt hat.',
  'wildcard-subdomain': () =>
    'Ein `*` innerhalb eines Origins bedeutet Browsern nichts. Der Server muss die Subdomain selbst prüfen und mit dem genauen Origin antworten.',
  pattern: () =>
    'Der Wert ist ein Muster. Browser werten Muster nicht aus: Das muss der Server tun und mit dem genauen Origin antworten.',
  quotes: () => 'Der Wert steht in Anführungszeichen. Sie zählen als Teil von ihm und müssen weg.',
  placeholder: (got) => `Der Wert ist ein Platzhalter, der nie ausgefüllt wurde (${got}).`,
  'own-origin': () => 'Der Server erlaubt seinen eigenen Origin. Dort muss der Origin der Seite stehen.',
  'null-literal': () =>
    'Der Server erlaubt `null`, was nicht der Origin dieser Seite ist und gar nicht erlaubt sein sollte.',
  'no-scheme': (_got, want) => `Dem Wert fehlt das Schema: Er muss mit ${want} beginnen.`,
  'cached-for-other-origin': () =>
    'Diese Antwort kam aus dem Cache und nennt einen anderen Origin, für den sie wohl bestimmt war. Der Server muss `Vary: Origin` senden, damit Caches die Antworten auseinanderhalten.',
  'other-origin': (got, want) => `Der Server erlaubt ${got}, einen anderen Origin als ${want}.`,
  'header-name-typo': (got, want) => `Der Name des Headers ist falsch geschrieben: ${got} statt ${want}.`,
  'value-case': (got, want) => `Die Groß- und Kleinschreibung weicht ab: ${got} statt ${want}. Auf sie kommt es an.`,
  'method-case': (got, want) =>
    `Die Groß- und Kleinschreibung der Methode weicht ab: ${got} und ${want} sind für einen Browser zwei Methoden.`,
  'header-name-space': (got) =>
    `Im Namen eines Headers steht ein Leerzeichen (${got}). Namen werden durch Kommas getrennt.`,
  'duplicate-value': () =>
    'Derselbe Wert steht zweimal da. Zwei Teile des Servers fügen den Header hinzu; einer muss damit aufhören.',
};
