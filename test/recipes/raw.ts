import { request } from 'node:http';

/** One answer, its headers as they came over the wire. */
export interface Answer {
  readonly status: number;
  /** Every value of a header, one entry a line. */
  all(name: string): readonly string[];
  /** The members of a comma-separated header, over all its lines, in lower case. */
  members(name: string): readonly string[];
}

/** A request as no browser would make it: any origin, no rules. `localhost` is asked for at 127.0.0.1. */
export const ask = (
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, agent: false, headers: { Host: `localhost:${port}`, ...headers } },
      (response) => {
        response.resume();
        response.once('end', () => {
          const { rawHeaders } = response;
          const all = (name: string): string[] =>
            rawHeaders.filter(
              (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
            );
          resolve({
            status: response.statusCode ?? 0,
            all,
            members: (name) =>
              all(name)
                .join(',')
                .split(',')
                .map((member) => member.trim().toLowerCase())
                .filter((member) => member !== ''),
          });
        });
      },
    );
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path} was not answered`)));
    sent.once('error', reject);
    sent.end();
  });

export const preflight = (port: number, path: string, origin: string, method: string, names: readonly string[]) =>
  ask(port, 'OPTIONS', path, {
    Origin: origin,
    'Access-Control-Request-Method': method,
    ...(names.length === 0 ? {} : { 'Access-Control-Request-Headers': names.join(',') }),
  });
