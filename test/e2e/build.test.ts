import { beforeAll, describe, expect, it } from 'vitest';
import budget from '../../budget.json' with { type: 'json' };
import { type Built, builtFiles, sizeOf, sizesByPart } from '../../scripts/build/sizes.ts';
import { BROWSERS, extension } from './session.ts';

// What is built is small, and can neither run a text nor load anything from elsewhere.
describe.each(BROWSERS)('the extension built for %s', (browser) => {
  let files: readonly Built[];
  beforeAll(async () => {
    files = builtFiles(await extension(browser));
  }, 60_000);
  const textOf = (ending: RegExp) =>
    files.filter(({ name }) => ending.test(name)).map(({ name, bytes }) => [name, bytes.toString('utf8')] as const);

  it('is within its budget, part by part', () => {
    const parts = Object.entries(budget.parts);
    const named = new Set(parts.flatMap(([, part]) => part.files as readonly string[]));
    expect([...named].filter((name) => !files.some((file) => file.name === name))).toEqual([]);
    const sizes = sizesByPart(files);
    expect(sizes.filter(({ size, limit }) => size > limit)).toEqual([]);
    expect(sizeOf(files)).toBeLessThanOrEqual(budget.total);
    // Slack, not an empty promise: a limit far above what is there would let anything through.
    expect(sizes.filter(({ size, limit }) => size < limit / 2)).toEqual([]);
  });

  it('asks for the permissions that the README explains, and for a policy that lets nothing run or load', () => {
    const manifest = JSON.parse(textOf(/^manifest\.json$/)[0]?.[1] ?? '') as Readonly<Record<string, unknown>>;
    expect(manifest).toMatchObject({
      permissions: ['webRequest', 'clipboardWrite', 'declarativeNetRequestWithHostAccess', 'storage'],
      host_permissions: ['<all_urls>'],
      incognito: 'spanning',
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
      },
    });
    for (const key of [
      'externally_connectable',
      'web_accessible_resources',
      'content_scripts',
      'optional_permissions',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('makes no code and no HTML of a text, and holds no script that comes from elsewhere', () => {
    // Sentences of ours may name these; what counts is code that calls or sets them.
    const RUNS =
      /\bnew Function\(|(?<![.\w$])eval\(|\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML\(|document\.write\(|importScripts\(["'`]/;
    expect(
      textOf(/\.js$/).flatMap(([name, text]) => (RUNS.test(text) ? [`${name}: ${RUNS.exec(text)?.[0]}`] : [])),
    ).toEqual([]);
    for (const [name, html] of textOf(/\.html$/)) {
      expect(html, name).not.toMatch(/\son\w+=|<script(?![^>]*\ssrc="\/assets\/)[^>]*>|(?:src|href)="(?!\/assets\/)/);
    }
    expect(textOf(/\.css$/).filter(([, css]) => /@import|url\((?!["']?data:)/.test(css))).toEqual([]);
  });
});
