import { describe, expect, it } from 'vitest';
import { candidates, findBrowser, type Surroundings } from '../../../scripts/browsers/find.ts';

const at = (given: Partial<Surroundings>, installed: readonly string[] = []): Surroundings => ({
  platform: 'linux',
  env: {},
  home: '/home/ada',
  isExecutable: (path) => installed.includes(path),
  ...given,
});

describe('the installed browser', () => {
  it('is looked for along PATH, Chromium before Chrome', () => {
    const installed = ['/opt/bin/google-chrome', '/usr/bin/chromium'];
    const found = findBrowser('chromium', at({ env: { PATH: '/opt/bin:/usr/bin' } }, installed));
    expect(found).toEqual({ name: 'chromium', path: '/usr/bin/chromium' });
  });

  it('is null when nothing is installed', () => {
    expect(findBrowser('firefox', at({ env: { PATH: '/usr/bin' } }))).toBeNull();
  });

  it('is the one that the variable names, and no other', () => {
    const env = { PATH: '/usr/bin', CORS_LENS_CHROMIUM: '/opt/edge' };
    expect(findBrowser('chromium', at({ env }, ['/opt/edge', '/usr/bin/chromium']))?.path).toBe('/opt/edge');
    expect(findBrowser('chromium', at({ env }, ['/usr/bin/chromium']))).toBeNull();
  });

  it('leaves the other browser’s variable alone', () => {
    const env = { PATH: '/usr/bin', CORS_LENS_CHROMIUM: '/opt/edge' };
    expect(findBrowser('firefox', at({ env }, ['/usr/bin/firefox-esr']))?.path).toBe('/usr/bin/firefox-esr');
  });

  it('may be an application of macOS, also of one user', () => {
    const path = '/home/ada/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', at({ platform: 'darwin' }, [path]))?.path).toBe(path);
  });

  it('may be a program of Windows', () => {
    const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local', Path: 'C:\\bin' };
    expect(candidates('chromium', { platform: 'win32', env, home: '' })).toEqual(
      expect.arrayContaining([
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe',
        'C:\\bin\\chromium.exe',
      ]),
    );
  });
});
