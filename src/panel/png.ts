const MOST_PIXELS = 40_000_000;

/**
 * Paints a standalone SVG document. `scale` pixels of the PNG make one of the SVG, fewer where the whole would be larger
 * than browsers can paint.
 * @throws Error when the browser cannot paint it
 */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  // The extension's policy allows images from data: and from itself alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const fitting = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fitting);
  canvas.height = Math.round(height * fitting);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('the picture could not be painted'))), 'image/png');
  });
}

/** What the panel's colours are on paper, whatever its theme is now. */
export function paperColours(names: readonly string[]): ReadonlyMap<string, string> {
  const probe = document.createElement('span');
  probe.className = 'paper';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, style.color] as const;
  });
  probe.remove();
  return new Map(colours);
}
