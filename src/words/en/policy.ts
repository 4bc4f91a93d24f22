import type { ListKind, PartKind } from '../../advice/server-policy.ts';
import { numbersOf } from '../numbers.ts';

const { number, many } = numbersOf('en');

/** Labels of the view that makes one policy of all calls to a server. */
export const policyWords = {
  open: 'One policy for all calls to this server',
  title: 'One policy for',
  intro: (calls: number) =>
    `Merged from ${many(calls, 'recorded call', 'recorded calls')}: what all of them need, and no more.`,
  none: 'No recorded call says what this server would have to allow.',
  kinds: {
    origins: 'Origins',
    methods: 'Methods',
    requestHeaders: 'Request headers',
    exposedHeaders: 'Response headers that scripts may read',
    credentials: 'Credentials',
    maxAge: 'Preflights may be cached for',
  } satisfies Record<PartKind, string>,
  add: {
    origins: 'Add an origin',
    methods: 'Add a method',
    requestHeaders: 'Allow a request header',
    exposedHeaders: 'Expose a response header',
  } satisfies Record<ListKind, string>,
  addButton: 'Add',
  remove: (value: string) => `Take ${value} away`,
  forCalls: (calls: number) => many(calls, 'call', 'calls'),
  byHand: 'added',
  credentialsLabel: 'Cookies and logins are sent along',
  seconds: 'seconds',
  maxAgeDefault: 'the browser’s default, 5',
  served: (served: number, all: number) =>
    served === all
      ? `Tried by the steps: all ${many(all, 'call succeeds', 'calls succeed')} with it.`
      : `Tried by the steps: ${number(served)} of ${many(all, 'call succeeds', 'calls succeed')} with it.`,
  unserved: 'Not with this policy',
  leftOut: 'Left out: not for this server’s headers to solve',
  more: (count: number) => `and ${number(count)} more`,
  startOver: 'As the calls need it',
  wrong: {
    origins: 'An origin is a scheme, a host and a port that is not the default one: https://app.example',
    methods: 'A method is a single word.',
    requestHeaders: 'A header name is a single word.',
    exposedHeaders: 'A header name is a single word.',
  } satisfies Record<ListKind, string>,
  neverNull: '`null` is never allowed: any site can have this origin.',
  everybody: '`*` lets every site read these answers: right only for what is public.',
  everybodyWithCredentials: 'Everybody with credentials cannot be allowed: name the origins.',
};
