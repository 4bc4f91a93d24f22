import type { PageWords } from '../page.ts';

export const nearMisses: PageWords['nearMisses'] = {
  'trailing-slash': [
    'A slash at the end',
    'Addresses that are copied from a browser’s address bar end with a slash. An origin is no address.',
  ],
  path: [
    'A path in the origin',
    'The whole address of the page was written into the list. Only its beginning, up to the port, is the origin.',
  ],
  scheme: [
    'Another scheme',
    'http and https are two origins, since one can be changed on the way and the other cannot.',
  ],
  port: [
    'Another port',
    'Development servers take the next free port when theirs is in use. Each port is an origin of its own.',
  ],
  'default-port-spelled-out': [
    'The default port',
    'Port 443 belongs to https and 80 to http; browsers leave them out, and compare texts.',
  ],
  subdomain: [
    'Another subdomain',
    'With and without `www.` are two hosts and so two origins. Redirect to one of them, or list both.',
  ],
  'upper-case': [
    'Capital letters',
    'Host names do not care for case, but this comparison does. Browsers have always written them small.',
  ],
  'localhost-loopback': [
    'localhost and 127.0.0.1',
    'They lead to the same machine, but the browser compares names. Open the page under the name that is on the list.',
  ],
  'origin-list': [
    'A list of origins',
    'A list looks natural and was never supported. The server reads the request’s `Origin`, looks it up, and sends that one back with `Vary: Origin`.',
  ],
  'wildcard-subdomain': [
    'A star inside an origin',
    'Only a `*` alone means everybody. The server itself must check that the host ends with the domain, with the dot before it.',
  ],
  pattern: [
    'A pattern',
    'Patterns belong into the server’s configuration, where they are applied; here the result has to stand. Escape dots, and anchor both ends.',
  ],
  quotes: ['Quotes around the value', 'Quotes of a configuration file slipped into the value.'],
  placeholder: [
    'A placeholder',
    'A variable was not filled in: it is not known at this place of the configuration, or it stands in quotes that leave it alone.',
  ],
  'own-origin': [
    'The server’s own origin',
    'The header says who may read, not who answers. The server needs no permission for itself.',
  ],
  'null-literal': [
    'The word null',
    'Somebody allowed `null` to make a local file work. It lets everybody in and does not help this page.',
  ],
  'no-scheme': ['No scheme', 'A host name alone is no origin: whether http or https is meant has to be said.'],
  'cached-for-other-origin': [
    'Cached for another origin',
    'A cache cannot know that the answer depends on the origin unless `Vary: Origin` tells it.',
  ],
  'other-origin': [
    'Another origin',
    'The list of this environment does not have the page. Often the setting of another environment was taken over.',
  ],
  'header-name-typo': [
    'A misspelt header',
    'A browser ignores headers that it does not know. So one letter is enough for the header to be missing.',
  ],
  'value-case': [
    'Another case',
    'Some languages write their truth with a capital letter, and it was written into the header just so.',
  ],
  'method-case': [
    'A method in other case',
    'Browsers turn get, head, post, put, delete and options into capitals, and patch not. So `fetch` with `patch` sends exactly that.',
  ],
  'header-name-space': ['A space in a name', 'Header names hold no spaces; a comma was forgotten.'],
  'duplicate-value': [
    'The same value twice',
    'Two parts of the server add the header, and neither knows of the other.',
  ],
};
