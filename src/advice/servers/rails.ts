import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { rackBlock } from './rack-options.ts';
import { indented, text } from './writing.ts';

/** https://guides.rubyonrails.org/configuring.html#configuring-middleware */
export const rails: Recipe = {
  id: 'rails',
  title: 'Ruby on Rails',
  group: 'more-languages',
  proof: 'run',
  language: 'ruby',
  file: 'config/initializers/cors.rb',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}. Gemfile: gem 'rack-cors'`,
      '# insert_before 0: before login and before what answers errors.',
      'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
      ...indented(rackBlock(safe)),
      'end',
    ]);
  },
};
