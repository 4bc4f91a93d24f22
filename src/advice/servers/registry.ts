import type { Recipe } from '../fix.ts';
import { apache } from './apache.ts';
import { apiGateway } from './api-gateway.ts';
import { aspnetCore } from './aspnet-core.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { django } from './django.ts';
import { envoy } from './envoy.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { goNetHttp } from './go-net-http.ts';
import { goRsCors } from './go-rs-cors.ts';
import { googleStorage } from './google-storage.ts';
import { h3 } from './h3.ts';
import { hapi } from './hapi.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { kong } from './kong.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rack } from './rack.ts';
import { rails } from './rails.ts';
import { rawHeaders } from './raw-headers.ts';
import { amazonS3, s3Compatible } from './s3.ts';
import { springBoot } from './spring-boot.ts';
import { tomcat } from './tomcat.ts';
import { traefik } from './traefik.ts';
import { varnish } from './varnish.ts';

/** Every recipe that is offered, in the order shown within its group. */
export const RECIPES: readonly Recipe[] = [
  rawHeaders,
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  tomcat,
  traefik,
  envoy,
  kong,
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
  php,
  goNetHttp,
  goRsCors,
  springBoot,
  aspnetCore,
  cloudflareWorkers,
  apiGateway,
  amazonS3,
  s3Compatible,
  googleStorage,
];
