import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, commaList, double, joined, text, when } from './writing.ts';

// hdr values are log formats: a safe policy holds no %.
const after = (name: string, value: string, condition: string): string =>
  `http-after-response set-header ${name} ${double(value)}${condition}`;

function allow(policy: Policy): readonly string[] {
  const known = anyOrigin(policy) ? '' : ' if cors_allowed';
  return [
    ...when(!anyOrigin(policy), 'acl cors_allowed var(txn.cors_origin) -m found'),
    anyOrigin(policy)
      ? after('Access-Control-Allow-Origin', '*', '')
      : `http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)]${known}`,
    ...when(policy.credentials, after('Access-Control-Allow-Credentials', 'true', known)),
    ...when(
      policy.exposedHeaders.length > 0,
      after('Access-Control-Expose-Headers', joined(policy.exposedHeaders), known),
    ),
    ...when(!anyOrigin(policy), 'http-after-response add-header Vary Origin'),
  ];
}

/** HAProxy 2.4 or newer. https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response */
export const haproxy: Recipe = {
  id: 'haproxy',
  title: 'HAProxy',
  group: 'web-server',
  proof: 'run',
  language: 'haproxy',
  file: '/etc/haproxy/haproxy.cfg',
  reload: 'haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy',
  render(policy) {
    const safe = safePolicy(policy);
    const onPreflight = preflightHeadersOf(safe).map(([name, value]) => ` hdr ${name} ${double(value)}`);
    return text([
      `# CORS for ${safe.server}`,
      '# Into the frontend, above its other http-request lines.',
      ...when(
        !anyOrigin(safe),
        '# The origin that asks, if it is on the list.',
        `acl cors_known req.fhdr(Origin) -m str ${commaList(safe.origins, double).replaceAll(',', '')}`,
        'http-request set-var(txn.cors_origin) req.fhdr(Origin) if cors_known',
      ),
      '# Preflights are answered here, before any authentication.',
      'acl cors_preflight req.fhdr(Access-Control-Request-Method) -m found',
      `http-request return status 204${onPreflight.join('')} if METH_OPTIONS cors_preflight`,
      '# What an application sends of these goes: only one of the two may.',
      'http-response del-header Access-Control- -m beg',
      "# after-response: on errors and on HAProxy's own answers too.",
      ...allow(safe),
    ]);
  },
};
