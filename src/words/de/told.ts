import { code } from '../quote.ts';
import type { ToldWords } from '../words.ts';

const call = (method: string | null): string => (method === null ? 'Aufruf' : `${method}-Aufruf`);

export const told: ToldWords = {
  server: (address) => (address === null ? 'Der Server' : `Der Server unter ${address}`),
  answered: (phase, method) => {
    if (phase === 'preflight') return 'den Preflight (OPTIONS)';
    return phase === 'redirect' ? `den ${call(method)} (Weiterleitung)` : `den ${call(method)}`;
  },
  callMethod: (method) => method ?? 'Aufruf',
  consequence: (phase, method) => {
    if (phase === 'preflight') return `Der Browser hat den ${call(method)} deshalb nie abgeschickt.`;
    return phase === 'redirect'
      ? 'Der Browser ist der Weiterleitung deshalb nicht gefolgt.'
      : 'Der Browser hat die Antwort deshalb vor der Seite zurückgehalten.';
  },
  originIs: (origin) => {
    if (origin === null) return 'die Seite hat einen anderen Origin';
    if (origin === '*') return 'der Aufruf braucht eine Antwort, die alle lesen dürfen';
    return origin === 'null' ? 'der Aufruf hat den Origin `null`' : `der Origin der Seite ist ${code(origin)}`;
  },
};
