import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from './browsers/find.ts';

// Renders public/icons/icon.svg to the sizes that browsers and stores ask for, with an installed Chromium.
const SIZES = [16, 32, 48, 128];
const icons = fileURLToPath(new URL('../public/icons/', import.meta.url));

const svg = readFileSync(join(icons, 'icon.svg'), 'utf8');
const work = mkdtempSync(join(tmpdir(), 'cors-lens-icons-'));
try {
  const found = findBrowser('chromium');
  if (!found) throw new Error('No Chromium was found: npm start installs one or says how.');
  for (const size of SIZES) {
    const page = join(work, `${size}.html`);
    writeFileSync(page, pageThatDraws(size));
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(work, 'profile')}`];
    const dom = execFileSync(
      found.path,
      [...flags, '--virtual-time-budget=2000', '--dump-dom', pathToFileURL(page).href],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const png = /data:image\/png;base64,([A-Za-z0-9+/=]+)/.exec(dom)?.[1];
    if (!png) throw new Error(`The icon of ${size} px was not drawn.`);
    writeFileSync(join(icons, `icon-${size}.png`), Buffer.from(png, 'base64'));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A canvas gives the exact size and a clear background, whatever a window's least size is. */
function pageThatDraws(size: number): string {
  const source = JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
  return `<!doctype html><pre></pre><script>
    const image = new Image(${size}, ${size});
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      document.querySelector('pre').textContent = canvas.toDataURL();
    };
    image.src = ${source};
  </script>`;
}
