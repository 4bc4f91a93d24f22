/** Gives text to the user as a file to save. */
export type SaveFile = (name: string, type: string, text: string) => void;

/** The address must outlive the moment in which the browser takes it up, in ms. */
const KEPT_MS = 60_000;

export const browserSaveFile: SaveFile = (name, type, text) => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
};
