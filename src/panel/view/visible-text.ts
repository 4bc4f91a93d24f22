// Controls (tab apart), invisible and direction-changing characters: what they hide or turn around must be seen here.
const UNSEEN = /[^\t\P{Cc}]|[\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Text with every character that cannot be seen, or that turns others around, written as `\u{…}`. */
export const visibleText = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
