import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { list } from './cors-options.ts';
import { anyOrigin, orDefaultAge, single, text, when } from './writing.ts';

const setting = (name: string, items: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = list(items, single);
  return [`${name} = ${first}`, ...rest];
};

const settings = (policy: Policy): readonly string[] => [
  ...(anyOrigin(policy) ? ['CORS_ALLOW_ALL_ORIGINS = True'] : setting('CORS_ALLOWED_ORIGINS', policy.origins)),
  ...setting('CORS_ALLOW_METHODS', policy.methods),
  ...setting('CORS_ALLOW_HEADERS', policy.requestHeaders),
  ...(policy.exposedHeaders.length === 0 ? [] : setting('CORS_EXPOSE_HEADERS', policy.exposedHeaders)),
  ...when(policy.credentials, 'CORS_ALLOW_CREDENTIALS = True'),
  `CORS_PREFLIGHT_MAX_AGE = ${orDefaultAge(policy.maxAge)}`,
];

/** Django with django-cors-headers. https://github.com/adamchainz/django-cors-headers */
export const django: Recipe = {
  id: 'django',
  title: 'Django',
  group: 'python',
  proof: 'run',
  language: 'python',
  file: 'settings.py',
  reload: 'python manage.py check && systemctl restart gunicorn',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}. At the end of settings.py; pip install django-cors-headers`,
      "INSTALLED_APPS = [*INSTALLED_APPS, 'corsheaders']",
      '# First of all: middleware that stands before it answers without these headers.',
      "MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware', *MIDDLEWARE]",
      '',
      ...settings(safe),
      ...when(
        safe.credentials && !anyOrigin(safe),
        '# Calls with cookies are checked for forgery too: CSRF_TRUSTED_ORIGINS needs these origins.',
      ),
    ]);
  },
};
