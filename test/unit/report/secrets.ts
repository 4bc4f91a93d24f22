import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, call } from '../../fixtures/panel-page/calls.ts';

/** One secret and a call that carries it where a report would show it. */
export interface SecretRow {
  readonly where: string;
  readonly secret: string;
  readonly exchange: Exchange;
}

const JWT = (mark: string): string => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI${mark}.c2lnbmF0dXJl${mark}`;
const make = (parts: Parameters<typeof call>[0]): Exchange => call({ error: BLOCKED, ...parts });

/** A request header of this name with the secret somewhere in its value. */
const header = (name: string, secret: string, value = secret): SecretRow => ({
  where: `request header ${name}`,
  secret,
  exchange: make({ id: '1', request: { [name]: value }, answer: { headers: {} } }),
});
const inUrl = (secret: string, rest: string, base = `${API}/items`): SecretRow => ({
  where: `URL ${rest.replace(secret, '…')}`,
  secret,
  exchange: make({ id: '1', url: `${base}${rest}`, answer: { headers: {} } }),
});
const inLocation = (secret: string, location: string): SecretRow => ({
  where: `Location ${location.replace(secret, '…')}`,
  secret,
  exchange: make({ id: '1', answer: { status: 302, headers: { Location: location } } }),
});
const inReferer = (secret: string, referer: string): SecretRow => header('Referer', secret, referer);

/** Each secret is distinct, so that a test can tell which one got through. */
export const SECRETS: readonly SecretRow[] = [
  header('Authorization', 'Zq01-basic-value', 'Basic Zq01-basic-value'),
  header('authorization', 'Zq02bearervalue', 'Bearer Zq02bearervalue'),
  header('AUTHORIZATION', 'Zq03digest', 'Digest username="u", response="Zq03digest"'),
  header('Proxy-Authorization', 'Zq04proxy', 'Basic Zq04proxy'),
  header('Cookie', 'Zq05sid', 'sid=Zq05sid; theme=dark'),
  header('Cookie', 'Zq06', 'a=1; b=Zq06'),
  header('Cookie2', 'Zq07cookie2'),
  header('X-Api-Key', 'Zq08key'),
  header('x-apikey', 'Zq09key'),
  header('apikey', 'Zq10key'),
  header('Api_Key', 'Zq11key'),
  header('X-Auth-Token', 'Zq12token'),
  header('X-Auth-User', 'Zq13user'),
  header('X-Access-Token', 'Zq14token'),
  header('Private-Token', 'Zq15token'),
  header('X-Vault-Token', 'Zq16token'),
  header('X-Client-Secret', 'Zq17secret'),
  header('Ocp-Apim-Subscription-Key', 'Zq18key'),
  header('X-Functions-Key', 'Zq19key'),
  header('X-CSRF-Token', 'Zq20csrf'),
  header('X-XSRF-TOKEN', 'Zq21xsrf'),
  header('X-CSRFToken', 'Zq22csrf'),
  header('X-Session-Id', 'Zq23session'),
  header('X-Amz-Security-Token', 'Zq24amz'),
  header('X-Hub-Signature-256', 'Zq25sig', 'sha256=Zq25sig'),
  header('X-Forwarded-Authorization', 'Zq26fwd'),
  header('DPoP', 'Zq27dpop'),
  header('CF-Access-Jwt-Assertion', 'Zq28assert'),
  header('X-AuthToken', 'Zq29token'),
  header('X-Password', 'Zq30pass'),
  header('X-Credential', 'Zq31cred'),
  header('X-Trace', JWT('Zq32'), `user ${JWT('Zq32')}`),
  header('X-Debug', 'Zq33bearerInside', 'sent Bearer Zq33bearerInside'),
  header('X-Note', 'ghp_Zq34abcdefghijklmnopqrst'),
  header('X-Other', 'AKIAZQ35ABCDEFGHIJKL'),
  inUrl('Zq36', '?access_token=Zq36'),
  inUrl('Zq37', '?a=1&api_key=Zq37&b=2'),
  inUrl('Zq38', '?key=Zq38'),
  inUrl('Zq39', '?sig=Zq39'),
  inUrl('Zq40', '?X-Amz-Signature=Zq40'),
  inUrl('Zq41', '?code=Zq41&state=x'),
  inUrl('Zq42', '?token=Zq42'),
  inUrl('Zq43', '?password=Zq43'),
  inUrl('Zq44', '?session=Zq44'),
  inUrl('Zq45', '?refreshToken=Zq45'),
  inUrl('Zq46', ';jsessionid=Zq46'),
  inUrl('Zq47', '?CLIENT_SECRET=Zq47'),
  inUrl('Zq48', '?id%5Ftoken=Zq48'),
  inUrl(JWT('Zq49'), `?q=${JWT('Zq49')}`),
  inUrl(JWT('Zq50'), `/${JWT('Zq50')}/file`),
  inUrl('Zq51', '?next=https%3A%2F%2Fapp.example.test%2F%3Ftoken%3DZq51'),
  inUrl('Zq52', '?next=https%253A%252F%252Fapp.example.test%252F%253Ftoken%253DZq52'),
  inUrl('Zq53', '/', 'http://user:Zq53@localhost:8081'),
  inUrl('Zq54', '/', 'http://Zq54@localhost:8081'),
  inUrl('Zq55', '?auth=Zq55'),
  inUrl('Zq56', '?otp=Zq56'),
  inUrl('Zq57', '#access_token=Zq57'),
  inLocation('Zq58', 'https://app.example.test/cb?code=Zq58'),
  inLocation('Zq59', '/relative?token=Zq59'),
  inLocation('Zq60', 'https://u:Zq60@app.example.test/'),
  inLocation('Zq61', '//u:Zq61@app.example.test/'),
  inReferer('Zq62', 'https://app.example.test/?session_id=Zq62'),
  inReferer('Zq63', 'https://u:Zq63@app.example.test/'),
  {
    where: 'a header value that repeats a cookie',
    secret: 'Zq64-a-long-cookie-value',
    exchange: make({
      id: '1',
      request: { Cookie: 'sid=Zq64-a-long-cookie-value', 'X-Copy': 'it is Zq64-a-long-cookie-value' },
      answer: { headers: {} },
    }),
  },
  {
    where: 'the page’s own error text',
    secret: 'Zq65',
    exchange: call({
      id: '1',
      error: { text: 'failed: http://localhost:8081/?token=Zq65', failure: 'other' },
    }),
  },
  {
    where: 'a redirect on the way',
    secret: 'Zq66',
    exchange: make({
      id: '1',
      redirects: [{ url: `${API}/old?api-key=Zq66`, answer: { status: 302, headers: { Location: `${API}/x` } } }],
      answer: { headers: {} },
    }),
  },
];
