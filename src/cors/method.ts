/** https://fetch.spec.whatwg.org/#cors-safelisted-method : compared as it stands, `get` is none. */
export const isCorsSafelistedMethod = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'POST';

/** https://fetch.spec.whatwg.org/#forbidden-method : pages cannot make such requests at all. */
export const isForbiddenMethod = (method: string): boolean => /^(?:connect|trace|track)$/i.test(method);
