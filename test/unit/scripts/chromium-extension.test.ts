import { expect, it } from 'vitest';
import { lacksLoadUnpacked, unpackedId } from '../../../scripts/browsers/chromium-extension.ts';

it('knows an unpacked extension by the hash of its path, in letters', () => {
  // SHA-256 of nothing begins with e3b0c442 98fc1c14 9afbf4c8 996fb924.
  expect(unpackedId('')).toBe('odlameecjipmbmbejkplpemijjgpljce');
});

it('takes no other refusal for a Chromium that is too old', () => {
  const said = (text: string) => new Error(`Extensions.loadUnpacked: ${text}`);
  expect(lacksLoadUnpacked(said("'Extensions.loadUnpacked' wasn't found"))).toBe(true);
  expect(lacksLoadUnpacked(said('Manifest file is missing or unreadable'))).toBe(false);
  expect(lacksLoadUnpacked(null)).toBe(false);
});
