import { nestjs as recipe } from '../../../src/advice/servers/nestjs.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** NestJS on Express, with a guard; decorators are called as functions, since nothing compiles this. */
export const nestjs = nodeApp({
  title: 'NestJS',
  recipe,
  npm: 'full',
  packages: ['@nestjs/core'],
  source: (text) => `
import 'reflect-metadata';
import { All, Controller, Get, Header, HttpException, Module, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
class Api {
  items(req) { return { cookie: req.headers.cookie ?? '' }; }
  login(req) { return this.items(req); }
  boom() { throw new Error('boom'); }
}
const method = (name, ...decorators) => {
  const descriptor = Object.getOwnPropertyDescriptor(Api.prototype, name);
  for (const decorate of decorators) decorate(Api.prototype, name, descriptor);
};
const headers = [Header('ETag', '"1"'), Header('X-Total-Count', '7')];
Req()(Api.prototype, 'items', 0);
Req()(Api.prototype, 'login', 0);
method('items', All('items'), ...headers);
method('login', All('private'), ...headers);
method('boom', Get('boom'));
Controller('api')(Api);
class App {}
Module({ controllers: [Api] })(App);
const app = await NestFactory.create(App, { logger: false });
${text}
app.useGlobalGuards({
  canActivate(context) {
    const { path, headers } = context.switchToHttp().getRequest();
    if (path === '/api/private' && headers.authorization !== '${LOGIN}') throw new HttpException('login', 401);
    return true;
  },
});
await app.listen(Number(process.env.PORT), '127.0.0.1');
`,
});
