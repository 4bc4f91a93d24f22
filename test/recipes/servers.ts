import type { ServerUnderTest } from './server.ts';
import { apache } from './servers/apache.ts';
import { express } from './servers/express.ts';
import { fastify } from './servers/fastify.ts';
import { nginx } from './servers/nginx.ts';

/** Those that every `npm test` runs. */
export const SHORT: readonly ServerUnderTest[] = [nginx, apache, express, fastify];
/** The rows of docs/servers.md, in order. */
export const SERVERS: readonly ServerUnderTest[] = [...SHORT];
