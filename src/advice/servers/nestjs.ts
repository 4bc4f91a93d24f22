import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { CORS_PACKAGE, jsOptions } from './cors-options.ts';
import { indented, single, text } from './writing.ts';

/** https://docs.nestjs.com/security/cors */
export const nestjs: Recipe = {
  id: 'nestjs',
  title: 'NestJS',
  group: 'node',
  proof: 'run',
  language: 'typescript',
  file: 'src/main.ts',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}. Right after NestFactory.create: before app.use and app.listen.`,
      'app.enableCors({',
      ...indented(jsOptions(safe, CORS_PACKAGE, single)),
      '});',
    ]);
  },
};
