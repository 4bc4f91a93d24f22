import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cmd, cmdQuote } from '../../../src/advice/reproduce/cmd.ts';
import { fetchSnippet } from '../../../src/advice/reproduce/fetch-snippet.ts';
import { httpFile } from '../../../src/advice/reproduce/http-file.ts';
import { posix } from '../../../src/advice/reproduce/posix.ts';
import { powershell } from '../../../src/advice/reproduce/powershell.ts';
import type { Request, Requests } from '../../../src/advice/reproduce/request.ts';
import type { Header } from '../../../src/cors/header-list.ts';
import { type RawRequest, type RawServer, serve } from '../../lab/raw-http.ts';
import { argumentsInCmd } from './windows.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const only = (actual: Request, more: Partial<Requests> = {}): Requests => ({
  preflight: null,
  actual,
  credentials: null,
  mode: 'cors',
  origin: 'http://localhost:8080',
  ...more,
});

const TYPABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const NASTY = '\'"`$%^&|<>(){}[]\\!@#;,= \t~*?:';
// As a browser hands them over: without white space at the ends.
const typable = fc
  .string({ unit: fc.constantFrom(...TYPABLE, ...NASTY, ...NASTY), maxLength: 40 })
  .map((value) => value.trim());
const bytes = fc
  .string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 30 })
  .map((value) => value.replace(/[\r\n]/g, '').replace(/^[\s\0]+|[\s\0]+$/g, ''));
const token = fc.string({ unit: fc.constantFrom(..."!#$%&'*+-.^_`|~0aZ"), minLength: 1, maxLength: 8 });
const headers = (value: fc.Arbitrary<string>) =>
  fc.array(
    token.chain((name) => value.map((text): Header => [`X-${name}`, text])),
    { maxLength: 5 },
  );
const target = fc.string({ unit: fc.constantFrom(..."abc/%&=?'[]{}$!();,^*~+"), maxLength: 20 });

describe.skipIf(!hasCurl)('a real curl', () => {
  let server: RawServer;
  let got: RawRequest[] = [];
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cors-lens-reproduce-'));
    server = await serve((request) => {
      got.push(request);
      return { bytes: Buffer.from('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n') };
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs it; resolves to the one request that arrived. */
  const arrives = async (command: string, args: readonly string[], input = ''): Promise<RawRequest> => {
    got = [];
    await new Promise<void>((resolve, reject) => {
      const child = execFile(
        command,
        [...args],
        { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } },
        (error, _out, err) => (error ? reject(new Error(`${error.message} ${err}`)) : resolve()),
      );
      child.stdin?.end(input);
    });
    expect(got).toHaveLength(1);
    return got[0] as RawRequest;
  };
  const own = (request: RawRequest) => request.headers.filter(([name]) => name.startsWith('X-'));
  const request = (sent: readonly Header[], rest: string, method = 'PUT'): Request => ({
    method,
    url: `http://127.0.0.1:${server.port}/${rest}`,
    headers: sent,
  });

  it('in sh sends the headers byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(headers(bytes), target, async (sent, rest) => {
        const arrived = await arrives('/bin/sh', ['-c', posix.render(only(request(sent, rest))).actual]);
        expect(own(arrived)).toEqual(sent.map(([name, value]) => [name, value]));
        expect([arrived.method, arrived.target]).toEqual(['PUT', `/${rest}`]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('fed by PowerShell’s here-string sends the headers as they were, and nothing ends the string early', async () => {
    await fc.assert(
      fc.asyncProperty(headers(typable), target, async (sent, rest) => {
        const lines = powershell.render(only(request(sent, rest))).actual.split('\n');
        expect(lines[0]).toBe("@'");
        expect(lines.at(-1)).toBe("'@ | curl.exe --config -");
        const inside = lines.slice(1, -1);
        // PowerShell takes these four for the same quote.
        expect(inside.filter((line) => /^['\u2018-\u201b]@/.test(line))).toEqual([]);
        const arrived = await arrives('curl', ['--config', '-'], `${inside.join('\r\n')}\r\n`);
        expect(own(arrived)).toEqual(sent.map(([name, value]) => [name, value]));
        expect([arrived.method, arrived.target]).toEqual(['PUT', `/${rest}`]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('started by cmd.exe’s rules sends the headers as they were', async () => {
    await fc.assert(
      fc.asyncProperty(headers(typable), target, async (sent, rest) => {
        const [program, ...args] = argumentsInCmd(cmd.render(only(request(sent, rest))).actual, new Map());
        expect(program).toBe('curl.exe');
        const arrived = await arrives('curl', args);
        expect(own(arrived)).toEqual(sent.map(([name, value]) => [name, value]));
        expect(arrived.target).toBe(`/${rest}`);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('an argument for cmd.exe', () => {
  // Whatever a value guesses at, it must find no variable.
  const variables = new Map([...'ABCXYZ01'].map((name) => [name, 'SECRET'] as const));
  variables.set('PATH', 'SECRET').set('COMSPEC', 'SECRET');

  it('arrives as it was, with no variable put in and no character acted on', () => {
    const value = fc.oneof(
      typable,
      fc
        .array(fc.constantFrom('%PATH%', '%A%', '%', '^', '"', '\\', '&', 'x', ' ', '%COMSPEC:~0,1%', '%A:S=T%'), {
          maxLength: 8,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const typed = ['curl.exe', ...values.map(cmdQuote)].join(' ^\n  ');
        expect(argumentsInCmd(typed, variables)).toEqual(['curl.exe', ...values]);
      }),
      { numRuns: 3_000 },
    );
  });
  it('the parsers that it is tested by see what a naive quoting lets through', () => {
    expect(argumentsInCmd('curl.exe "%PATH%"', variables)).toEqual(['curl.exe', 'SECRET']);
    expect(() => argumentsInCmd('curl.exe a&calc', variables)).toThrow('act on &');
    expect(() => argumentsInCmd('curl.exe "a\\"&calc"', variables)).toThrow('act on &');
  });
});

describe('headers that cannot be typed', () => {
  const odd: Request = {
    method: 'GET',
    url: 'http://localhost/',
    headers: [
      ['X-Plain', '1'],
      ['X-Byte', 'caf\u00e9'],
      ['X-Control', 'a\u0007b'],
      ['X-Byte', '\u00ff'],
    ],
  };
  it.each([powershell, cmd, httpFile])('$id leaves them out and names them', (way) => {
    const { actual, leftOut } = way.render(only(odd));
    expect(leftOut).toEqual(['X-Byte', 'X-Control']);
    expect(actual).toContain('X-Plain');
    expect(actual).not.toMatch(/X-(?:Byte|Control)|[^\n\x20-\x7e]/);
  });
  it('sh has them all', () => {
    expect(posix.render(only(odd)).leftOut).toEqual([]);
  });
});

describe('a fetch() snippet', () => {
  const run = async (code: string): Promise<readonly [string, RequestInit]> => {
    const calls: [string, RequestInit][] = [];
    const fetch = (url: string, init: RequestInit = {}) => void calls.push([url, init]);
    await vm.runInNewContext(`(async () => { ${code} })()`, { fetch });
    const [call, ...more] = calls;
    if (call === undefined || more.length > 0) throw new Error(`${calls.length} calls`);
    return call;
  };

  it('says url, method and headers exactly, whatever they hold', async () => {
    const url = fc.string({ unit: 'binary', maxLength: 20 }).map((rest) => `http://localhost/${rest}`);
    const name = fc.oneof(
      fc.constant('__proto__'),
      token.map((text) => `X-${text}`),
    );
    const sent = fc.array(fc.tuple(name, bytes), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(url, token, sent, async (address, method, pairs) => {
        const code = fetchSnippet.render(only({ method, url: address, headers: pairs })).actual;
        expect(code).toMatch(/^[\n\x20-\x7e]*$/);
        const [called, init] = await run(code);
        expect(called).toBe(address);
        expect(init.method ?? 'GET').toBe(method);
        expect(JSON.parse(JSON.stringify(init.headers ?? []))).toEqual(pairs);
      }),
      { numRuns: 500 },
    );
  });
  it('leaves to the browser what is the browser’s', async () => {
    const sent: Header[] = [
      ['Origin', 'http://localhost:8080'],
      ['Cookie', 'a=b'],
      ['Sec-Fetch-Mode', 'cors'],
      ['Accept', '*/*'],
      ['Accept', 'application/json'],
      ['User-Agent', 'x'],
    ];
    const [, init] = await run(
      fetchSnippet.render(only({ method: 'GET', url: 'http://localhost/', headers: sent })).actual,
    );
    expect(JSON.parse(JSON.stringify(init))).toEqual({ headers: [['Accept', 'application/json']] });
  });
  it.each([
    [true, 'include'],
    [false, 'same-origin'],
    [null, undefined],
  ] as const)('says the credentials mode as far as it is known: %s', async (credentials, wanted) => {
    const code = fetchSnippet.render(
      only({ method: 'GET', url: 'http://localhost/', headers: [] }, { credentials }),
    ).actual;
    expect((await run(code))[1].credentials).toBe(wanted);
  });
});

describe('an .http file', () => {
  const lines = (sent: readonly Header[], url = 'http://localhost/') =>
    httpFile.render(only({ method: 'PATCH', url, headers: sent })).actual.split('\n');

  it('is a request line and one line a header', () => {
    expect(
      lines(
        [
          ['Origin', 'http://localhost:8080'],
          ['X-A', ''],
        ],
        'http://localhost/a?b=1',
      ),
    ).toEqual(['###', 'PATCH http://localhost/a?b=1 HTTP/1.1', 'Origin: http://localhost:8080', 'X-A: ', '']);
  });
  it('puts no variable of the editor or the environment into a request', () => {
    const hostile: Header[] = [
      ['X-A', '{{$processEnv HOME}}'],
      ['X-B', 'a {{b}}'],
      ['##', 'comment'],
      ['#x', '1'],
    ];
    expect(lines(hostile, 'http://localhost/{{host}}/{a}')).toEqual([
      '###',
      'PATCH http://localhost/%7B%7Bhost%7D%7D/%7Ba%7D HTTP/1.1',
      '',
    ]);
    expect(httpFile.render(only({ method: 'GET', url: 'http://localhost/', headers: hostile })).leftOut).toEqual([
      'X-A',
      'X-B',
      '##',
      '#x',
    ]);
  });
  it('never begins another request', () => {
    fc.assert(
      fc.property(headers(typable), target, (sent, rest) => {
        const [separator, first, ...others] = lines(sent, `http://localhost/${rest}`);
        expect(separator).toBe('###');
        expect(first).toMatch(/^PATCH [^\s{}]+ HTTP\/1\.1$/);
        for (const line of others.slice(0, -1)) expect(line).toMatch(/^X-[!-~]*: /);
        expect(others.join()).not.toContain('{{');
      }),
    );
  });
});
