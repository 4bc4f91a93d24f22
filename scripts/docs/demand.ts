import type { PageId } from '../../src/words/pages/page.ts';
import type { Pages } from '../../src/words/pages/pages.ts';
import { scenarioById } from './evidence.ts';
import { file, linkTo, plain } from './markdown.ts';

interface Demand {
  /** Public threads, as `owner/repository#number`. */
  readonly threads: readonly string[];
  readonly wish: string;
  /** Ids of the lab's scenarios in which it ends well. */
  readonly scenarios: readonly string[];
  readonly pages: readonly PageId[];
}

/** What people asked for in public, where the answer is an explanation. */
export const DEMANDS: readonly Demand[] = [
  {
    threads: ['GoogleChrome/chromium-dashboard#2109'],
    wish: 'A header of the request was misspelt, and nothing said that headers were the matter.',
    scenarios: ['headers-name-typo', 'headers-lacks-several'],
    pages: ['cause/allow-headers-lacks-header', 'near-miss/header-name-typo'],
  },
  {
    threads: ['WebWeWant/webwewant.fyi#94', 'html5rocks/www.html5rocks.com#282'],
    wish: 'Browsers should say what was blocked and why, with something to read.',
    scenarios: ['origin-missing', 'near-slash', 'methods-lacks-put'],
    pages: ['learn/troubleshooting', 'learn/same-origin-policy'],
  },
  {
    threads: ['mdn/content#42716', 'mdn/content#5432'],
    wish: 'Firefox’s “did not succeed” gives no way on, and its name misleads: mostly the network is the reason.',
    scenarios: ['refused', 'tls', 'reset'],
    pages: ['lookalike/connection-refused', 'lookalike/tls', 'lookalike/connection-lost'],
  },
  {
    threads: [
      'chafan-dev/chafan-core#211',
      'aspnet/CORS#46',
      'aspnet/CORS#90',
      'dotnet/aspnetcore#2378',
      'mozilla/redash#416',
    ],
    wish: 'The server had failed. The error page lacked CORS headers, and the time went into CORS settings.',
    scenarios: ['origin-missing-error', 'origin-missing-gateway'],
    pages: ['hint/server-failed', 'hint/gateway-failed'],
  },
  {
    threads: ['SimplerDevelopment/bugcast#14'],
    wish: 'A blocked call was recorded as an ordinary 200: the tool showed the opposite of what had happened.',
    scenarios: ['origin-missing'],
    pages: ['step/response-delivered', 'cause/allow-origin-missing'],
  },
  {
    threads: ['versity/versitygw#2162'],
    wish: 'Never say CORS without proof: it was TLS.',
    scenarios: ['tls'],
    pages: ['lookalike/tls'],
  },
  {
    threads: ['gregsadetsky/boing#6', 'hypercerts-org/hypercerts#500'],
    wish: 'An extension stopped the call, and it was shown as CORS.',
    scenarios: [],
    pages: ['lookalike/blocked-by-extension', 'cause/altered-by-extension'],
  },
  {
    threads: ['chrisdeely/ForceCORS#13', 'chrisdeely/ForceCORS#15'],
    wish: 'An extension rewrites headers, DevTools shows others than the browser judged, and a failing preflight stays so.',
    scenarios: ['preflight-405'],
    pages: ['cause/altered-by-extension', 'hint/options-not-routed'],
  },
  {
    threads: ['keycloak/keycloak#25522', 'dotnet/AspNetCore.Docs#4120'],
    wish: 'One slash at the end of the allowed origin cost hours.',
    scenarios: ['near-slash'],
    pages: ['near-miss/trailing-slash'],
  },
  {
    threads: ['affinidi/affinidi-tdk-rs#747'],
    wish: 'curl does not show the failure, since it sends no Origin.',
    scenarios: ['origin-missing'],
    pages: ['learn/verifying-with-curl'],
  },
  {
    threads: [
      'quarkusio/quarkus#56661',
      'neomerx/cors-illuminate#8',
      'cyu/rack-cors#36',
      'thunderbird/tbpro-add-on#1117',
    ],
    wish: 'Nobody says which origin, method or header was refused.',
    scenarios: ['near-other', 'methods-lacks-put', 'headers-lacks-authorization'],
    pages: ['cause/allow-origin-mismatch', 'cause/allow-methods-lacks-method', 'cause/allow-headers-lacks-header'],
  },
  {
    threads: ['auth0/node-oauth2-jwt-bearer#44', 'kdeps/kdeps#468', 'http4s/http4s#1039'],
    wish: 'A login in front of the application refuses the preflight.',
    scenarios: ['preflight-401', 'preflight-403', 'preflight-401-headers'],
    pages: ['hint/authentication-before-cors', 'cause/preflight-status'],
  },
  {
    threads: ['dotnet/aspnetcore#36542', 'fruitcake/laravel-cors#196', 'digiaonline/lumen-cors#32'],
    wish: 'A redirect to https or to an address with a slash ends the preflight.',
    scenarios: ['preflight-redirect-https', 'preflight-redirect-slash'],
    pages: ['cause/preflight-redirect', 'hint/redirect-in-front'],
  },
  {
    threads: ['adamchainz/django-cors-headers#97', 'expressjs/cors#145', 'cyu/rack-cors#162', 'decred/dcrwebapi#8'],
    wish: 'Proxy and application both add the header.',
    scenarios: ['origin-twice', 'origin-star-star'],
    pages: ['cause/allow-origin-multiple', 'hint/two-layers'],
  },
  {
    threads: ['expressjs/cors#106', 'rs/cors#10', 'mozilla/addons#12155'],
    wish: 'It fails only sometimes: a cache has the answer for another origin.',
    scenarios: ['cache-poisoned', 'get-without-vary'],
    pages: ['note/vary-origin-missing', 'hint/cached-for-someone-else'],
  },
  {
    threads: ['shlinkio/shlink#2488', 'cyu/rack-cors#31'],
    wish: 'Credentials were allowed in the answer to the preflight alone.',
    scenarios: ['credentials-only-preflight'],
    pages: ['cause/allow-credentials-missing', 'step/response-allow-credentials'],
  },
  {
    threads: ['whatwg/fetch#471', 'GoogleChrome/web.dev#4634'],
    wish: 'A header is there in the network view, and null for the script.',
    scenarios: ['headers-hidden'],
    pages: ['note/headers-hidden', 'header/access-control-expose-headers'],
  },
  {
    threads: ['whatwg/fetch#1919', 'LadybirdBrowser/ladybird#11181'],
    wish: 'The standard and the browsers differ over Authorization under the wildcard.',
    scenarios: ['authorization-star'],
    pages: ['note/authorization-under-wildcard'],
  },
  {
    threads: ['Icehunter/dune-admin#4', 'GoogleChrome/OriginTrials#82', 'dchristl/macless-haystack#61'],
    wish: 'A refusal of the local network is printed as CORS.',
    scenarios: [],
    pages: ['cause/local-network-denied', 'cause/local-network-insecure'],
  },
  {
    threads: ['ProxymanApp/Proxyman#2063', 'JakeChampion/fetch#342', 'theopensystemslab/planx-new#6451'],
    wish: 'Where is the OPTIONS? It was in the cache of preflights, which is kept for each address.',
    scenarios: ['preflight-cached', 'preflight-uncached'],
    pages: ['learn/preflight', 'header/access-control-max-age'],
  },
  {
    threads: ['monsur/enable-cors.org#106', 'Kong/kong#1424', 'openfoodfacts/openfoodfacts-infrastructure#672'],
    wish: 'nginx leaves the headers away from errors unless it is told `always`.',
    scenarios: ['origin-missing-not-found', 'origin-missing-error'],
    pages: ['learn/configuring-servers'],
  },
  {
    threads: ['electron/electron#470', 'cyu/rack-cors#134'],
    wish: 'Why is the origin null, and must it be allowed?',
    scenarios: ['frame-sandboxed', 'redirect-null-origin'],
    pages: ['hint/origin-became-null', 'note/null-allowed'],
  },
];

/** The threads and where each ends well: in which scenario of the lab, and on which page. */
export function demandFile(pages: Pages): string {
  const rows = DEMANDS.map(({ threads, wish, scenarios, pages: ids }) => [
    threads.map((thread) => `[${thread}](https://github.com/${thread.replace('#', '/issues/')})`).join('<br>'),
    plain(wish),
    scenarios.map((id) => `\`${id}\`: ${plain(scenarioById.get(id)?.title ?? '')}`).join('<br>') || 'not in the lab',
    ids.map((id) => linkTo(pages.page(id), 'demand.md')).join('<br>'),
  ]);
  return file([
    '# What people asked for',
    'Public threads about calls that failed and were not explained. Each is a story that has to end well here: the scenario of the lab that tells it, and the page that explains it.',
    [
      '| Thread | What was wanted | Scenario | Page |',
      '| --- | --- | --- | --- |',
      ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ].join('\n'),
  ]);
}
