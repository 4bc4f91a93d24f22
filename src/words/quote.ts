/** Longest stretch of a foreign value inside a sentence, in characters. The value itself is shown whole elsewhere. */
const LONGEST = 120;

// Controls, invisible and direction-changing characters; and the backtick, which marks code in our sentences.
const UNSEEN = /[\p{Cc}`\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const makeVisible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** A foreign value as it may stand in a sentence: cut after 120 characters, nothing invisible, no backtick. */
export function shown(text: string): string {
  const start = Array.from(text.slice(0, 2 * LONGEST + 2));
  return start.length > LONGEST ? `${makeVisible(start.slice(0, LONGEST).join(''))}…` : makeVisible(start.join(''));
}

/** The same between backticks, for headers, methods and other things that are typed exactly so. */
export const code = (text: string): string => `\`${shown(text)}\``;

const NAMES: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'Access-Control-Allow-Origin',
  'access-control-allow-credentials': 'Access-Control-Allow-Credentials',
  'access-control-allow-methods': 'Access-Control-Allow-Methods',
  'access-control-allow-headers': 'Access-Control-Allow-Headers',
  'access-control-expose-headers': 'Access-Control-Expose-Headers',
  'access-control-max-age': 'Access-Control-Max-Age',
  'access-control-request-method': 'Access-Control-Request-Method',
  'access-control-request-headers': 'Access-Control-Request-Headers',
  'cross-origin-resource-policy': 'Cross-Origin-Resource-Policy',
  'sec-fetch-mode': 'Sec-Fetch-Mode',
  'sec-fetch-site': 'Sec-Fetch-Site',
  'sec-fetch-storage-access': 'Sec-Fetch-Storage-Access',
  'content-type': 'Content-Type',
  authorization: 'Authorization',
  cookie: 'Cookie',
  origin: 'Origin',
  vary: 'Vary',
  location: 'Location',
};

/** A header's name as servers write it. */
export const headerTitle = (lowerCaseName: string): string => NAMES[lowerCaseName] ?? lowerCaseName;

/** The text with its first letter small, for the middle of a sentence. */
export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
