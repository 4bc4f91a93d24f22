import type { Policy, Recipe } from '../fix.ts';
import { originPattern, safePolicy } from '../safe-policy.ts';
import { list, option } from './cors-options.ts';
import { anyOrigin, indented, orAccept, single, text, when, withSafelistedMethods } from './writing.ts';

// Flask-CORS takes what looks like a pattern for one: then it has to be one.
const python = (value: string): string => (/[[\]*^]/.test(value) ? `r'${pattern(value)}'` : single(value));
const pattern = (value: string): string => originPattern(value).replace(/(?<=.)[*^]/g, '\\$&');

const options = (policy: Policy): readonly string[] => [
  ...(anyOrigin(policy)
    ? ["origins='*',", 'send_wildcard=True,']
    : option('origins', list(policy.origins, python), '=')),
  'always_send=False,',
  ...option('methods', list(withSafelistedMethods(policy.methods), single), '='),
  ...option('allow_headers', list(orAccept(policy.requestHeaders), python), '='),
  ...(policy.exposedHeaders.length === 0 ? [] : option('expose_headers', list(policy.exposedHeaders, single), '=')),
  ...when(policy.credentials, 'supports_credentials=True,'),
  ...when(policy.maxAge !== null, `max_age=${policy.maxAge},`),
];

/** Flask with Flask-CORS. https://flask-cors.readthedocs.io */
export const flask: Recipe = {
  id: 'flask',
  title: 'Flask',
  group: 'python',
  proof: 'run',
  language: 'python',
  file: 'app.py',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}. Right after app = Flask(...); pip install flask-cors`,
      'from flask import request',
      'from flask_cors import CORS',
      '',
      'CORS(',
      ...indented(['app,', ...options(safe)], '    '),
      ')',
      '',
      '# Before every other before_request (login): they run in this order.',
      '@app.before_request',
      'def answer_preflight():',
      "    if request.method == 'OPTIONS' and 'Access-Control-Request-Method' in request.headers:",
      "        return '', 204",
      ...when(
        !anyOrigin(safe),
        '',
        '# Flask-CORS says this to allowed origins only; caches need it on every answer.',
        '@app.after_request',
        'def vary_by_origin(response):',
        "    response.vary.add('Origin')",
        '    return response',
      ),
    ]);
  },
};
