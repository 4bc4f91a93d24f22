import type { Problem, WhatIfField } from '../../advice/what-if.ts';

/** Labels of the view in which a call that nobody made is judged. */
export const whatIfWords = {
  open: 'What if …',
  openTitle: 'Change a copy of this call and of its answers, and see what the browser would do',
  blank: 'What if …',
  blankTitle: 'Make up a call and its answers, and see what the browser would do',
  title: 'What if',
  intro: 'Nothing is sent. What is typed here is judged by the same steps as a recorded call.',
  call: 'The call',
  preflight: 'Answer to the preflight (OPTIONS)',
  preflightNot: 'Answer to the preflight (not needed for this call)',
  actual: 'Answer to the call itself',
  fields: {
    origin: 'Origin',
    url: 'URL',
    method: 'Method',
    requestHeaders: 'Request headers of the page',
    credentials: 'Credentials',
    preflightStatus: 'Status',
    preflightHeaders: 'Response headers',
    actualStatus: 'Status',
    actualHeaders: 'Response headers',
  } satisfies Record<WhatIfField, string>,
  oneALine: 'one a line: Name: value',
  browser: 'Browser',
  result: 'What the browser would do',
  code: (browser: string) => `${browser} would call it`,
  applyFix: 'Put the fix into the answers',
  startOver: 'Start over',
  toField: 'Go to the field that decides this',
  ignored: (names: string) => `Left out, since pages cannot set them: ${names}.`,
  assumedTarget: 'Where the redirect leads is taken to allow the call.',
  onlyHop: (number: number) => `A copy of request ${number} alone: the call was redirected.`,
  valuesUnknown: 'The call itself was never sent, so the values of its headers are made up.',
  problem: (code: Problem['code'], detail: string): string => {
    switch (code) {
      case 'not-an-origin':
        return detail === ''
          ? 'An origin is a scheme, a host and a port that is not the default one, or null.'
          : `An origin has no path and no default port: ${detail}`;
      case 'not-http':
        return 'A whole http or https URL is needed.';
      case 'same-origin':
        return 'The URL has the page’s own origin: CORS does not apply, and the page may read every answer.';
      case 'mixed-content':
        return 'A page that came over https may not call a plain http address: nothing would be sent.';
      case 'bad-port':
        return 'Browsers never call that port, since other protocols use it: nothing would be sent.';
      case 'not-a-method':
        return 'A method is a single word.';
      case 'forbidden-method':
        return `Browsers let no page use ${detail}.`;
      case 'not-a-header':
        return `Line ${detail} is no header: “Name: value” is.`;
      case 'not-a-status':
        return 'A status is a number from 200 to 999.';
    }
  },
  close: 'Back to the recorded calls',
};
