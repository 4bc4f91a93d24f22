import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { list, option } from './cors-options.ts';
import { anyOrigin, indented, orDefaultAge, single, text, when, withSafelistedMethods } from './writing.ts';

const options = (policy: Policy): readonly string[] => [
  ...option('allow_origins', list(policy.origins, single), '='),
  ...option('allow_methods', list(withSafelistedMethods(policy.methods), single), '='),
  ...option('allow_headers', list(policy.requestHeaders, single), '='),
  ...(policy.exposedHeaders.length === 0 ? [] : option('expose_headers', list(policy.exposedHeaders, single), '=')),
  ...when(policy.credentials, 'allow_credentials=True,'),
  `max_age=${orDefaultAge(policy.maxAge)},`,
];

// Starlette says Vary to allowed origins only.
const VARY = [
  '',
  '',
  '# CORSMiddleware says this to allowed origins only; caches need it on every answer.',
  'class VaryByOrigin:',
  '    def __init__(self, app):',
  '        self.app = app',
  '',
  '    async def __call__(self, scope, receive, send):',
  '        async def varying(message):',
  "            if message['type'] == 'http.response.start':",
  "                MutableHeaders(scope=message).add_vary_header('Origin')",
  '            await send(message)',
  '',
  "        await self.app(scope, receive, varying if scope['type'] == 'http' else send)",
  '',
  '',
];

/** FastAPI, Starlette. https://www.starlette.io/middleware/#corsmiddleware */
export const fastapi: Recipe = {
  id: 'fastapi',
  title: 'FastAPI / Starlette',
  group: 'python',
  proof: 'run',
  language: 'python',
  file: 'main.py',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    const vary = !anyOrigin(safe);
    return text([
      `# CORS for ${safe.server}. At the end of the module that makes app.`,
      ...when(vary, 'from starlette.datastructures import MutableHeaders'),
      'from starlette.middleware.cors import CORSMiddleware',
      ...(vary ? VARY : ['']),
      '# Around the whole application: with add_middleware, answers to exceptions (500) would lack the headers.',
      'app = CORSMiddleware(',
      ...indented([vary ? 'app=VaryByOrigin(app),' : 'app=app,', ...options(safe)], '    '),
      ')',
    ]);
  },
};
