import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rack as rackRecipe } from '../../../src/advice/servers/rack.ts';
import { rails as railsRecipe } from '../../../src/advice/servers/rails.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';
import { LOGIN } from '../upstream.ts';

/** Debian's own, which has Debian's packages. */
const RUBY = '/usr/bin/ruby';
const versionOf = (name: string): string =>
  versionIn(output(RUBY, ['-e', `puts Gem::Specification.find_by_name('${name}').version`]));
const corsVersion = (): string =>
  versionIn(output(RUBY, ['-e', "require 'rack/cors/version'; puts Rack::Cors::VERSION"]));
const start = (site: Site) =>
  serve(
    site,
    'puma',
    ['--environment', 'production', '--quiet', '--threads', '1:4', '--bind', `tcp://127.0.0.1:${site.port}`],
    {
      env: { RAILS_ENV: 'production', RACK_ENV: 'production', APP_ENV: 'production' },
    },
  );
// Building the application runs what the recipe says.
const test = ({ folder }: Site): void =>
  void output(RUBY, ['-e', "require 'rack'; Rack::Builder.parse_file('config.ru')"], folder, {
    RAILS_ENV: 'production',
    APP_ENV: 'production',
  });

const LOGIN_MIDDLEWARE = `
class Login
  def initialize(app)
    @app = app
  end

  def call(env)
    return [401, {}, ['login']] if env['PATH_INFO'] == '/api/private' && env['HTTP_AUTHORIZATION'] != '${LOGIN}'
    @app.call(env)
  end
end
`;

const sinatra = (text: string): string => `
require 'json'
require 'sinatra/base'
${LOGIN_MIDDLEWARE}
class Api < Sinatra::Base
  set :environment, :production
  disable :protection, :raise_errors, :show_exceptions, :dump_errors
  items = lambda do
    headers 'ETag' => '"1"', 'X-Total-Count' => '7'
    JSON.generate(cookie: request.env['HTTP_COOKIE'].to_s)
  end
  %w[/api/items /api/private].each do |path|
    get(path, &items)
    put(path, &items)
    delete(path, &items)
  end
  get('/api/boom') { raise 'boom' }
end
${text}
use Login
run Api
`;

/** Sinatra on Puma, with a login as middleware. */
export const rack: ServerUnderTest = {
  title: 'Rack / Sinatra',
  recipe: rackRecipe,
  needs: {
    files: [RUBY, '/usr/bin/puma', '/usr/lib/ruby/vendor_ruby/rack/cors.rb', '/usr/share/doc/ruby-sinatra'],
    debian: ['ruby-rack-cors', 'ruby-sinatra', 'puma'],
  },
  version: () => `Sinatra ${versionOf('sinatra')}, rack-cors ${corsVersion()}`,
  write: (text, { folder }) => writeFileSync(join(folder, 'config.ru'), sinatra(text)),
  test,
  start,
};

const railsApp = (text: string): string => `
require 'action_controller/railtie'
require 'rack/cors'
${LOGIN_MIDDLEWARE}
class App < Rails::Application
  config.load_defaults 6.1
  config.eager_load = false
  config.secret_key_base = 'test'
  config.consider_all_requests_local = false
  config.logger = Logger.new(IO::NULL)
  config.hosts.clear
  config.middleware.use Login
  routes.append do
    match '/api/items' => 'api#items', via: :all
    match '/api/private' => 'api#items', via: :all
    get '/api/boom' => 'api#boom'
  end
end

class ApiController < ActionController::API
  def items
    headers['ETag'] = '"1"'
    headers['X-Total-Count'] = '7'
    render json: { cookie: request.env['HTTP_COOKIE'].to_s }
  end

  def boom
    raise 'boom'
  end
end
${text}
Rails.application.initialize!
run Rails.application
`;

/** Rails on Puma, in one file, with a login as middleware. */
export const rails: ServerUnderTest = {
  title: 'Ruby on Rails',
  recipe: railsRecipe,
  needs: {
    files: [
      RUBY,
      '/usr/bin/puma',
      '/usr/lib/ruby/vendor_ruby/rack/cors.rb',
      '/usr/share/doc/ruby-railties',
      '/usr/share/doc/ruby-actionpack',
    ],
    debian: ['ruby-rack-cors', 'ruby-railties', 'ruby-actionpack', 'puma'],
  },
  version: () => `${versionOf('railties')}, rack-cors ${corsVersion()}`,
  write: (text, { folder }) => writeFileSync(join(folder, 'config.ru'), railsApp(text)),
  test,
  start,
};
