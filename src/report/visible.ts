// Controls, invisible and direction-changing characters: on a terminal or in a chat they would act, not show.
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** One line of foreign text with everything that cannot be seen written as `\u{…}`. Line breaks too. */
export const visibleLine = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
