export { pictureWords } from './language.ts';
export type { PictureWords } from './words.ts';
