import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { rackBlock } from './rack-options.ts';
import { indented, text } from './writing.ts';

/** Rack: Sinatra, Hanami, Grape … https://github.com/cyu/rack-cors */
export const rack: Recipe = {
  id: 'rack',
  title: 'Rack / Sinatra',
  group: 'more-languages',
  proof: 'run',
  language: 'ruby',
  file: 'config.ru',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}. Above every other use (login) and run; Gemfile: gem 'rack-cors'`,
      "require 'rack/cors'",
      '',
      'use Rack::Cors do',
      ...indented(rackBlock(safe)),
      'end',
    ]);
  },
};
