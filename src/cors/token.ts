// https://httpwg.org/specs/rfc9110.html#tokens : what a method and a header name may consist of.
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a text can be a method, or a header's name. */
export const isToken = (text: string): boolean => TOKEN.test(text);
