import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { list, option } from './cors-options.ts';
import { anyOrigin, indented, orAccept, single, text, when } from './writing.ts';

const options = (policy: Policy): readonly string[] => [
  ...option('origin', anyOrigin(policy) ? [single('*')] : list(policy.origins, single)),
  ...option('methods', list(policy.methods, single)),
  ...when(policy.requestHeaders.length === 0, '// An empty list would allow every header.'),
  ...option('allowHeaders', list(orAccept(policy.requestHeaders), single)),
  ...(policy.exposedHeaders.length === 0 ? [] : option('exposeHeaders', list(policy.exposedHeaders, single))),
  ...when(policy.credentials, 'credentials: true,'),
  ...when(policy.maxAge !== null, `maxAge: ${single(String(policy.maxAge))},`),
];

/** h3 2, also in Nitro and Nuxt. https://h3.dev/utils/security#handlecorsevent-options */
export const h3: Recipe = {
  id: 'h3',
  title: 'h3 / Nitro',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'app.js, server/middleware/0.cors.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      "import { handleCors } from 'h3';",
      '',
      `// CORS for ${safe.server}`,
      'function cors(event) {',
      ...indented([
        'const answer = handleCors(event, {',
        ...indented(options(safe)),
        '});',
        'if (answer !== false) return answer; // a preflight ends here',
      ]),
      '}',
      '',
      '// First of all middleware: before login and routes. (Nitro: export default defineHandler(cors);)',
      'app.use(cors);',
    ]);
  },
};
