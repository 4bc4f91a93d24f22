import type { ServerUnderTest } from './server.ts';
import { apache } from './servers/apache.ts';
import { caddy } from './servers/caddy.ts';
import { cloudflareWorkers } from './servers/cloudflare-workers.ts';
import { express } from './servers/express.ts';
import { fastify } from './servers/fastify.ts';
import { goNetHttp, goRsCors } from './servers/go.ts';
import { h3 } from './servers/h3.ts';
import { hapi } from './servers/hapi.ts';
import { haproxy } from './servers/haproxy.ts';
import { hono } from './servers/hono.ts';
import { koa } from './servers/koa.ts';
import { lighttpd } from './servers/lighttpd.ts';
import { nestjs } from './servers/nestjs.ts';
import { nextjs } from './servers/nextjs.ts';
import { nginx } from './servers/nginx.ts';
import { nodeHttp } from './servers/node-http.ts';
import { phpCli, phpFpm } from './servers/php.ts';
import { django, fastapi, flask } from './servers/python.ts';
import { rack, rails } from './servers/ruby.ts';
import { s3 } from './servers/s3.ts';
import { tomcat } from './servers/tomcat.ts';
import { varnish } from './servers/varnish.ts';

/** Those that every `npm test` runs. */
export const SHORT: readonly ServerUnderTest[] = [nginx, apache, express, fastify];

/** The rows of docs/servers.md, in order. */
export const SERVERS: readonly ServerUnderTest[] = [
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  tomcat,
  express,
  fastify,
  nestjs,
  nextjs,
  hono,
  koa,
  hapi,
  h3,
  nodeHttp,
  django,
  flask,
  fastapi,
  rails,
  rack,
  phpCli,
  phpFpm,
  goNetHttp,
  goRsCors,
  cloudflareWorkers,
  s3,
];
