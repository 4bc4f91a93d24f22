/**
 * A header as it stood on the wire: the name in the case it was sent in, the value as an isomorphic-decoded string
 * (one UTF-16 code unit per byte, 0–255), without the surrounding white space that the browser strips. A value that the
 * recorder cut (64 KiB and more) has its full length, in bytes, as third member.
 */
export type Header = readonly [name: string, value: string, fullLength?: number];

/** https://fetch.spec.whatwg.org/#concept-header-list : order and duplicates are kept, names compare byte-case-insensitively. */
export type HeaderList = readonly Header[];
