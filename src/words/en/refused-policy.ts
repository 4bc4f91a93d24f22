import type { RefusedPolicyWords } from '../words.ts';

export const refusedPolicy: RefusedPolicyWords = {
  server: (value) => `the server is no origin: ${value}`,
  'no-origin': () => 'no origin is to be allowed.',
  origin: (value) => `this is no origin that can be allowed: ${value}`,
  'credentials-for-all': () => 'credentials cannot be allowed for every origin.',
  method: (value) => `this is no method that can be written: ${value}`,
  'header-name': (value) => `this is no header name that can be written: ${value}`,
  'max-age': (value) => `this is no number of seconds: ${value}`,
  'bucket-credentials': () => 'a bucket has no setting that allows credentials.',
  'bucket-method': (value) => `a bucket can allow GET, HEAD, PUT, POST and DELETE, not ${value}`,
  'bucket-pattern': (value) => `a bucket would read this as a pattern: ${value}`,
};
