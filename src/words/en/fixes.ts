import { code, lower } from '../quote.ts';
import type { FixWords } from '../words.ts';
import { listed } from './grammar.ts';
import { elseBlocked, elseFailed, notByHeaders } from './not-by-headers.ts';
import { refusedPolicy } from './refused-policy.ts';

const PREFLIGHT = 'answer to the preflight (OPTIONS)';
const ACTUAL = 'answer to the call itself';

export const fixes: FixWords = {
  answer: { preflight: 'On the answer to OPTIONS', actual: 'On the answer to the call itself' },
  status: (status, was) => `send status ${status} (was ${was})`,
  remove: (line) => `remove ${line}`,
  add: (line) => `add ${line}`,
  replace: (line, was) => `send ${line} in place of ${was}`,
  mustChange: (servers, where) => {
    const whose = servers.length > 1 ? 'their' : 'its';
    const who = listed(servers.map((server, index) => (index === 0 ? server : lower(server))));
    if (where === null) return `${who} must change this:`;
    const answers = { preflight: [PREFLIGHT], actual: [ACTUAL], both: [PREFLIGHT, ACTUAL] }[where];
    return `${who} must change this ${answers.map((answer) => `in ${whose} ${answer}`).join(' and ')}.`;
  },
  refusedPolicy,
  firstAbove: 'First what is said above; the headers come after that.',
  first: (advice) => `First: ${lower(advice)} The headers below come after that.`,
  wildcard: '`*` lets every site read this answer, which is right only for public data.',
  otherOrigins:
    'If other origins call this server too, compare the Origin of the request with a list and send back the one that asked.',
  credentialsIncluded:
    'This is for a call that includes credentials (cookies). If this call does not, it needs no change.',
  credentialsLeftOut: `This is for a call without credentials (cookies). If this call includes them, ${code('Access-Control-Allow-Credentials: true')} is needed as well, and no \`*\`.`,
  noneNeeded: 'Nothing needs to change for this call.',
  notByHeaders,
  elseBlocked,
  elseFailed,
};
