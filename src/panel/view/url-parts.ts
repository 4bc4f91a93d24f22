/** A URL cut into the pieces that the list shows with different weight. */
export interface UrlParts {
  readonly host: string;
  /** The path up to its end, and the end: the start gives way first when room is short. */
  readonly pathStart: string;
  readonly pathEnd: string;
  readonly query: string;
}

const URL_SHAPE = /^([a-z][a-z0-9+.-]*:)(?:\/\/(?:[^/?#@]*@)?([^/?#]*))?([^?#]*)([\s\S]*)$/i;
const END_LENGTH = 22;

/** Never throws: what is no URL is all path. */
export function urlParts(url: string): UrlParts {
  const match = URL_SHAPE.exec(url);
  const scheme = match?.[1] ?? '';
  const host = match?.[2] ?? '';
  const path = match ? (match[3] ?? '') : url;
  const slash = path.lastIndexOf('/');
  const cut = path.length <= END_LENGTH ? 0 : Math.max(slash, path.length - END_LENGTH);
  return {
    host: host || scheme,
    pathStart: path.slice(0, cut),
    pathEnd: path.slice(cut),
    query: match?.[4] ?? '',
  };
}
