import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

const CALLS = [
  'methods-lacks-put',
  'put-ok',
  'redirect-login',
  'near-slash',
  'many-headers',
  'huge-request-header',
] as const;

describe.each(BROWSERS)('the detail of a call in %s', (name) => {
  let session: Session;
  const select = async (id: (typeof CALLS)[number]) => {
    await session.panel.evaluate(
      `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ hops }) => hops[0].url.includes('/s/${id}/')).id)`,
    );
    await waitFor(`the picture of ${id}`, () =>
      session.panel.evaluate<boolean>(
        `document.querySelector('.detail-url').textContent.includes('/s/${id}/') && document.querySelector('.picture-svg') !== null`,
      ),
    );
  };
  beforeAll(async () => {
    session = await openSession(name, { panelHeight: 620 });
    await session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(CALLS)})`);
    await session.report();
  });
  afterAll(() => session?.close());

  it('draws what was sent, what failed and what never happened', async () => {
    await select('methods-lacks-put');
    const seen = await session.panel.evaluate<{ text: string; dashed: number; label: string; told: string[] }>(`(() => {
      const svg = document.querySelector('.picture-svg');
      return {
        text: svg.textContent,
        dashed: svg.querySelectorAll('line[stroke-dasharray]').length,
        label: svg.getAttribute('aria-label'),
        told: [...document.querySelectorAll('[data-testid="picture-words"] li')].map((line) => line.textContent),
      };
    })()`);
    expect(seen.text).toContain('Access-Control-Allow-Methods: GET, POST');
    expect(seen.text).toContain('Expected: PUT');
    expect(seen.dashed).toBe(1);
    expect(seen.label).toBe('Sequence diagram: PUT, blocked');
    expect(seen.told.at(-3)).toBe('Stopped here: Method is not allowed');
    expect(seen.told.at(-2)).toMatch(/^Never happened, .*PUT was never sent$/);
  });

  it('copies it as SVG that stands alone, on a click', async () => {
    await select('methods-lacks-put');
    await session.panel.click('[data-testid="copy-svg"]');
    const svg = await waitFor('an SVG document on the clipboard', async () => {
      const text = await session.panel.readClipboard();
      return text.startsWith('<svg ') ? { text } : null;
    });
    expect(svg.text).not.toMatch(/var\(|href|class=|light-dark/);
    // A browser that has nothing but the text can draw it.
    const size = await session.browser.evaluateInPage<number[]>(`(async () => {
      const image = new Image();
      image.src = 'data:image/svg+xml,' + encodeURIComponent(${JSON.stringify(svg.text)});
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    })()`);
    expect(size[0]).toBe(792);
    expect(size[1]).toBeGreaterThan(200);
  });

  it('copies it as PNG, on a click', async () => {
    await select('put-ok');
    // Listens in on what the panel hands to the browser, once the browser has taken it.
    await session.panel.evaluate(`(() => {
      const { clipboard } = navigator, write = clipboard.write;
      clipboard.write = (items) => {
        const written = write.call(clipboard, items);
        const blob = written.then(() => items[0].getType('image/png'));
        window.handedOver = blob.then((png) => new Promise((done) => {
          const reader = new FileReader();
          reader.onload = () => done(reader.result.split(',')[1]);
          reader.readAsDataURL(png);
        }));
        return written;
      };
    })()`);
    await session.panel.click('[data-testid="copy-png"]');
    const base64 = await waitFor('the PNG', () =>
      session.panel.evaluate<string>('window.handedOver').then((text) => ({ text })),
    );
    const onClipboard = await session.panel.readClipboardImage();
    const png = onClipboard ?? Buffer.from(base64.text, 'base64');
    expect(onClipboard === null, 'the clipboard of a headless Firefox keeps text alone').toBe(name === 'firefox');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1584);
    expect(coloursOf(png)).toBeGreaterThan(20);
  });

  it.each([400, 620, 1400])('fits a panel of %d px', async (width) => {
    await session.browser.resize(width, 900);
    await select('redirect-login');
    const fits = () =>
      session.panel.evaluate<boolean>(`(() => {
        if (innerWidth > ${width} + 120) return false;
        const room = document.querySelector('.picture-room').getBoundingClientRect();
        return [...document.querySelectorAll('.picture-svg, .picture-svg text')].every((element) => {
          const { left, right } = element.getBoundingClientRect();
          // Firefox counts the halo of 2 px around letters.
          return left >= room.left - 3 && right <= room.right + 3;
        });
      })()`);
    await waitFor('a picture within its room', fits);
    await session.browser.resize(1400, 900);
  });

  it('marks what differs within a header, and says what the header means on hover and focus', async () => {
    await select('near-slash');
    const row = '.card [data-header="Access-Control-Allow-Origin"], .card [data-header="access-control-allow-origin"]';
    expect(await session.panel.evaluate(`document.querySelector('${row}').querySelector('del').textContent`)).toBe('/');
    const tip = () =>
      session.panel.evaluate<string | null>(`document.querySelector('.tip:popover-open')?.textContent ?? null`);
    expect(await tip()).toBeNull();
    await session.panel.hover(`:is(${row}) .header-name button`);
    await waitFor('the tip on hover', async () => (await tip())?.startsWith('Which origin may read the answer'));
    await session.panel.hover('.detail-url');
    await waitFor('no tip', async () => (await tip()) === null);
    await session.panel.evaluate(
      `document.querySelector(${JSON.stringify(`:is(${row}) .header-name button`)}).focus()`,
    );
    await waitFor('the tip on focus', async () => (await tip()) !== null);
    await session.panel.press('Escape');
    await waitFor('no tip after Escape', async () => (await tip()) === null);
    expect(await session.panel.evaluate(`document.querySelector('.detail-url') !== null`)).toBe(true);
  });

  it('opens a call with thousands of headers and huge values, a page of them at a time', async () => {
    await select('many-headers');
    const rows = () => session.panel.evaluate<number>(`document.querySelectorAll('.card tr').length`);
    expect(await rows()).toBeLessThan(60);
    await session.panel.click('.card [aria-expanded="false"]:last-of-type');
    await waitFor('the first page', async () => (await rows()) > 290);
    expect(await rows()).toBeLessThan(400);
    await select('huge-request-header');
    const size = await session.panel.evaluate<number>(`document.querySelector('.messages').textContent.length`);
    expect(size).toBeLessThan(8_000);
  });
});

/** How many different bytes the picture has: an empty one has few. Only what a picture of 8 bits a channel needs. */
function coloursOf(png: Buffer): number {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.subarray(at + 4, at + 8).toString() === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return new Set(inflateSync(Buffer.concat(parts))).size;
}
