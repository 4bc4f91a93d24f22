import { describe, expect, it } from 'vitest';
import { hasDisplay, parseOptions, UsageError } from '../../../scripts/start/options.ts';

const DEFAULTS = {
  url: null,
  browser: null,
  headless: false,
  format: 'text',
  failOnBlocked: false,
  screenshot: null,
  help: false,
};

describe('the command line', () => {
  const understood = [
    { name: 'nothing asked: the lab, shown', args: [], gives: {} },
    { name: 'a url', args: ['http://localhost:8080/a?b#c'], gives: { url: 'http://localhost:8080/a?b#c' } },
    { name: 'a url is normalised', args: ['https://EXAMPLE.test'], gives: { url: 'https://example.test/' } },
    { name: 'a browser', args: ['--browser', 'firefox'], gives: { browser: 'firefox' } },
    { name: 'headless', args: ['--headless'], gives: { headless: true } },
    { name: 'a format asks for a report', args: ['--format=json'], gives: { format: 'json', headless: true } },
    {
      name: 'fail-on asks for a report',
      args: ['--fail-on', 'blocked'],
      gives: { failOnBlocked: true, headless: true },
    },
    {
      name: 'a picture asks for a report',
      args: ['--screenshot', 'a.png'],
      gives: { screenshot: 'a.png', headless: true },
    },
    { name: 'help', args: ['-h'], gives: { help: true } },
  ];
  it.each(understood)('$name', ({ args, gives }) => {
    expect(parseOptions(args, true)).toEqual({ ...DEFAULTS, ...gives });
  });

  it('is headless where no window can be shown', () => {
    expect(parseOptions([], false).headless).toBe(true);
  });

  const refused = [
    { name: 'an unknown option', args: ['--wat'], says: '--wat' },
    { name: 'an unknown browser', args: ['--browser', 'safari'], says: 'chromium or firefox' },
    { name: 'an unknown format', args: ['--format', 'xml'], says: 'text or markdown or json' },
    { name: 'an unknown reason to fail', args: ['--fail-on', 'failed'], says: 'blocked' },
    { name: 'two urls', args: ['http://a.test', 'http://b.test'], says: 'one url' },
    { name: 'no url', args: ['localhost:8080'], says: 'localhost:8080' },
    { name: 'a url that is not of the web', args: ['file:///etc/passwd'], says: 'http' },
  ];
  it.each(refused)('refuses $name', ({ args, says }) => {
    expect(() => parseOptions(args, true)).toThrow(UsageError);
    expect(() => parseOptions(args, true)).toThrow(says);
  });
});

describe('whether a window can be shown', () => {
  it.each([
    { platform: 'linux' as const, env: {}, gives: false },
    { platform: 'linux' as const, env: { DISPLAY: ':0' }, gives: true },
    { platform: 'linux' as const, env: { WAYLAND_DISPLAY: 'wayland-0' }, gives: true },
    { platform: 'darwin' as const, env: {}, gives: true },
    { platform: 'win32' as const, env: {}, gives: true },
  ])('$platform $env: $gives', ({ platform, env, gives }) => {
    expect(hasDisplay(platform, env)).toBe(gives);
  });
});
