import type { Verdict } from '../diagnosis/diagnosis.ts';

/** Text of the sequence diagram. The first half stands in the picture, the second half is read instead of it. */
const english = {
  page: 'Page',
  browser: 'Browser',
  server: 'Server',
  serverNumber: (number: number) => `Server ${number}`,
  opaqueOrigin: 'origin null',
  preflight: 'Preflight: OPTIONS',
  notSent: 'not sent',
  sent: 'sent',
  expected: 'Expected',
  empty: '(empty)',
  unseen: 'headers not seen',
  withCredentials: 'with credentials',
  withoutCredentials: 'without credentials',
  neverSent: (method: string) => `${method} was never sent`,
  noAnswer: 'No answer',
  waiting: 'Waiting for the answer',
  cachedPreflight: 'No preflight: an earlier answer is still cached',
  simple: 'No preflight: the call is simple',
  fromCache: (status: number) => `${status} from the browser’s cache`,
  preflightPassed: 'The preflight passes',
  responsePassed: 'CORS check passes',
  redirectFollowed: 'CORS check passes, the redirect is followed',
  follows: 'The redirect is followed',
  ends: {
    allowed: 'Answer for the script',
    opaque: 'Unreadable answer',
    blocked: 'Error for the script',
    failed: 'Network error',
    pending: 'Not ended yet',
    undecided: 'Answer or error',
  } satisfies Record<Verdict, string>,
  endUnseen: 'End not seen',

  title: 'The call as a picture',
  label: (method: string, verdict: string) => `Sequence diagram: ${method}, ${verdict.toLowerCase()}`,
  copyPicture: 'Copy the picture as',
  copySvg: 'SVG',
  copyPng: 'PNG',
  copySvgTitle: 'Copy the picture as SVG',
  copyPngTitle: 'Copy the picture as PNG',
  svgName: 'picture as SVG',
  pngName: 'picture as PNG',
  says: (from: string, to: string, text: string) => `${from} to ${to}: ${text}`,
  neverSays: (from: string, to: string, text: string) => `Never happened, ${from} to ${to}: ${text}`,
  failedMark: 'fails',
  header: (name: string, value: string) => `${name}: ${value}`,
  headerWanted: (want: string) => `expected ${want}`,
  passedHere: (text: string) => `Passed: ${text}`,
  failedHere: (text: string) => `Stopped here: ${text}`,
};

export type PictureWords = typeof english;

export const pictureWords: PictureWords = english;
