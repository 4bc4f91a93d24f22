import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { s3Compatible as recipe } from '../../../src/advice/servers/s3.ts';
import { nodeApp } from '../node-app.ts';

/** s3rver: a bucket named `api`, in which anybody may read and write. */
const app = nodeApp({
  title: 'S3-compatible storage (s3rver)',
  recipe,
  npm: 'full',
  packages: ['s3rver'],
  source: () => '',
});

export const s3: typeof app = {
  ...app,
  storage: true,
  limits: {
    succeeds: 'GET and PUT of an object, without cookies',
    errors: '404 alone: it has no login and does not fail',
    'header-list':
      'one exposed header (ETag) and one method; s3rver gives the max-age to the call in place of the preflight',
    anybody: 'without a 500',
  },
  without: {
    config: 'it has none',
    fuzz: 'it has no test of its configuration',
    'no-auth': 'a bucket that asks for a login does so by signatures; preflights never carry one',
    credentials: 's3rver answers preflights with *',
    vary: 'storage says it to allowed origins only',
  },
  write(text, site) {
    app.write('', site);
    writeFileSync(join(site.folder, 'cors.xml'), text);
    mkdirSync(join(site.folder, 'data'));
    writeFileSync(
      join(site.folder, 'app.mjs'),
      `
import { readFileSync } from 'node:fs';
import S3rver from 's3rver';
const cors = readFileSync('cors.xml');
const server = new S3rver({
  port: Number(process.env.PORT), address: '127.0.0.1', silent: true, directory: 'data', allowMismatchedSignatures: true,
  configureBuckets: [{ name: 'api', configs: cors.length > 0 ? [cors] : [] }],
});
await server.run();
`,
    );
  },
};
