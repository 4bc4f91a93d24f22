// What fetch and XMLHttpRequest do, case by case, as a page can observe it. Run twice, with the page witness and
// without, the results must be the same. Each case returns something that JSON can hold.
(() => {
  const { origins } = globalThis.labData;
  const api = `${origins.api}/behaviour`;
  const own = '/behaviour';
  let serial = 0;
  const at = (path, base = api) => `${base}/${path}${path.includes('?') ? '&' : '?'}n=${serial++}`;

  const failure = (error) => ({
    name: error?.name,
    message: error?.message,
    type: Object.prototype.toString.call(error),
  });
  const caught = (act) => {
    try {
      return { returned: String(act()) };
    } catch (error) {
      return failure(error);
    }
  };
  /** Counts, and gives on what it was handed. */
  const tallied = (tally, value) => {
    tally.push(value);
    return value;
  };
  const settled = (promise) =>
    Promise.resolve(promise).then(
      (value) => ({ fulfilled: value?.status ?? String(value) }),
      (error) => ({ rejected: failure(error) }),
    );
  const shape = (descriptor) =>
    descriptor && {
      ...Object.fromEntries(Object.entries(descriptor).map(([name, value]) => [name, typeof value])),
      writable: descriptor.writable,
      enumerable: descriptor.enumerable,
      configurable: descriptor.configurable,
    };
  const describe = (method) => ({
    name: method.name,
    length: method.length,
    text: Function.prototype.toString.call(method).replace(/\s+/g, ' '),
    string: String(method).replace(/\s+/g, ' '),
    tag: Object.prototype.toString.call(method),
    keys: Reflect.ownKeys(method).map(String),
    hasPrototype: 'prototype' in method,
    extensible: Object.isExtensible(method),
    isFunction: Object.getPrototypeOf(method) === Function.prototype,
    constructed: caught(() => new method()),
  });
  const EVENTS = ['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];
  /** Everything that happens to a request, in order; progress events are counted by none: how many come is chance. */
  const traced = (request, log = []) => {
    for (const type of EVENTS) {
      request.addEventListener(type, ({ isTrusted, target }) => {
        if (type === 'progress') return;
        log.push(
          type === 'readystatechange' ? `state ${request.readyState}` : `${type} ${isTrusted} ${target === request}`,
        );
      });
    }
    return log;
  };
  const ended = (request) =>
    new Promise((resolve) => request.addEventListener('loadend', () => setTimeout(resolve, 0)));
  const xhr = async (
    path,
    { method = 'GET', base = api, body = null, prepare = () => {}, type = XMLHttpRequest } = {},
  ) => {
    const request = new type();
    const log = traced(request);
    request.open(method, at(path, base));
    prepare(request);
    const end = ended(request);
    request.send(body);
    await end;
    return { log, status: request.status, text: request.responseType === '' ? request.responseText : null };
  };
  const seen = async (call) => JSON.parse(await (await call).text());

  const cases = {
    // The functions themselves.
    'fetch as a value': () => describe(fetch),
    'XMLHttpRequest as a value': () => ({
      name: XMLHttpRequest.name,
      length: XMLHttpRequest.length,
      text: String(XMLHttpRequest).replace(/\s+/g, ' '),
      keys: Reflect.ownKeys(XMLHttpRequest.prototype).map(String).sort(),
      statics: Reflect.ownKeys(XMLHttpRequest).map(String).sort(),
    }),
    'open as a value': () => describe(XMLHttpRequest.prototype.open),
    'send as a value': () => describe(XMLHttpRequest.prototype.send),
    'Function.prototype.toString as a value': () => describe(Function.prototype.toString),
    'Function.prototype.toString of what is no function': () =>
      [{}, null, 1, Object.create(fetch)].map((odd) => caught(() => Function.prototype.toString.call(odd))),
    'toString of the page’s own function, class, bound and arrow function': () =>
      [
        function own(a) {
          return a;
        },
        class A {
          b() {}
        },
        fetch.bind(null),
        () => 1,
      ].map((each) => Function.prototype.toString.call(each).replace(/\s+/g, ' ')),
    'descriptor of fetch': () => shape(Object.getOwnPropertyDescriptor(window, 'fetch')),
    'descriptors of open and send': () =>
      ['open', 'send'].map((name) => shape(Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, name))),
    'descriptor of Function.prototype.toString': () =>
      shape(Object.getOwnPropertyDescriptor(Function.prototype, 'toString')),
    'enumerable names of window': () => Object.keys(window).filter((name) => /fetch|xml|cors|witness/i.test(name)),
    'own string names of window that speak of us': () =>
      Object.getOwnPropertyNames(window).filter((name) => /cors|witness|lens/i.test(name)),
    'fetch is the same each time': () => [fetch === window.fetch, fetch === globalThis.fetch, self.fetch === fetch],
    'instances have no methods of their own': () => Reflect.ownKeys(new XMLHttpRequest()).map(String),
    'fetch takes properties': () => {
      fetch.mark = 1;
      const had = [fetch.mark, Object.keys(fetch)];
      delete fetch.mark;
      return [had, 'mark' in fetch];
    },

    // `this`, and arguments that are refused.
    'fetch with no this': () => {
      const bare = fetch;
      return settled(bare(at('ok')));
    },
    'fetch with window as this': () => settled(fetch.call(window, at('ok'))),
    'fetch with null as this': () => settled(fetch.call(null, at('ok'))),
    'fetch with another object as this': () => settled(fetch.call({}, at('ok'))),
    'fetch with a document as this': () => settled(fetch.call(document, at('ok'))),
    'fetch taken into another object': () => settled({ fetch }.fetch(at('ok'))),
    'fetch through Reflect.apply and bind': async () => [
      await settled(Reflect.apply(fetch, window, [at('ok')])),
      await settled(fetch.bind(window)(at('ok'))),
    ],
    'fetch of nothing': () => settled(fetch()),
    'fetch of a URL that is none': () => settled(fetch('http://')),
    'fetch of a URL with a password': () => settled(fetch(at('ok').replace('//', '//u:p@'))),
    'fetch with an init that is none': () => settled(fetch(at('ok'), 7)),
    'fetch with a mode that does not exist': () => settled(fetch(at('ok'), { mode: 'cores' })),
    'fetch with a method that is none': () => settled(fetch(at('ok'), { method: 'G E T' })),
    'fetch with a forbidden method': () => settled(fetch(at('ok'), { method: 'TRACE' })),
    'GET with a body': () => settled(fetch(at('ok'), { body: 'x' })),
    'fetch with a header that is none': () => settled(fetch(at('ok'), { headers: { 'a b': 'c' } })),
    'fetch returns a promise of this page, at once': () => {
      const promise = fetch(at('ok'));
      promise.catch(() => {});
      return [promise instanceof Promise, promise.constructor === Promise, Reflect.ownKeys(promise).map(String)];
    },
    'fetch never throws': () => {
      const results = [[], ['http://'], [at('ok'), { mode: 'x' }], [Symbol('s')]].map((args) =>
        caught(() => fetch(...args).catch(() => {})),
      );
      return results;
    },
    'open with too few arguments': () => caught(() => new XMLHttpRequest().open('GET')),
    'open with a URL that is none': () => caught(() => new XMLHttpRequest().open('GET', 'http://')),
    'open with a method that is none': () => caught(() => new XMLHttpRequest().open('G E T', at('ok'))),
    'open with a forbidden method': () => caught(() => new XMLHttpRequest().open('CONNECT', at('ok'))),
    'open and send on what is no request': () => [
      caught(() => XMLHttpRequest.prototype.open.call({}, 'GET', at('ok'))),
      caught(() => XMLHttpRequest.prototype.send.call(null)),
      caught(() => XMLHttpRequest.prototype.send.call(document)),
    ],
    'send before open': () => caught(() => new XMLHttpRequest().send()),
    'send twice': () => {
      const request = new XMLHttpRequest();
      request.open('GET', at('ok'));
      request.send();
      const second = caught(() => request.send());
      request.abort();
      return second;
    },
    'open and send return undefined': () => {
      const request = new XMLHttpRequest();
      const returned = [request.open('GET', at('ok')), request.send()];
      request.abort();
      return returned.map(String);
    },

    // How arguments are read: as often, and in the order, that the browser reads them.
    'how an init is read': async () => {
      const reads = [];
      const init = {};
      for (const name of [
        'method',
        'headers',
        'body',
        'mode',
        'credentials',
        'cache',
        'redirect',
        'referrer',
        'signal',
        'keepalive',
      ]) {
        Object.defineProperty(init, name, { get: () => void reads.push(name), enumerable: true });
      }
      return [await settled(fetch(at('ok'), init)), reads];
    },
    'how an object that stands for a URL is read': async () => {
      const asked = [];
      const url = at('echo');
      const outcome = await seen(fetch({ toString: () => tallied(asked, url) }));
      return [outcome.method, asked.length];
    },
    'how open reads its arguments': () => {
      const reads = [];
      const text = (name, value) => ({
        toString() {
          reads.push(name);
          return value;
        },
      });
      new XMLHttpRequest().open(
        text('method', 'get'),
        text('url', at('ok')),
        true,
        text('user', 'u'),
        text('password', 'p'),
      );
      return reads;
    },
    'an init that inherits': async () =>
      (await seen(fetch(at('echo'), Object.create({ method: 'POST', body: 'inherited' })))).method,
    'an init whose getter throws': () =>
      settled(
        fetch(at('ok'), {
          get method() {
            throw new RangeError('mine');
          },
        }),
      ),
    'a toString that throws': () =>
      settled(
        fetch({
          toString() {
            throw new RangeError('mine');
          },
        }),
      ),
    'URL objects': async () => (await fetch(new URL(at('ok')))).url.includes('/behaviour/ok'),

    // Requests, responses and bodies.
    'methods are normalized': async () => {
      const methods = [];
      for (const method of ['get', 'post', 'Delete', 'patch'])
        methods.push((await seen(fetch(at('echo'), { method }))).method);
      return methods;
    },
    'a Request is used once, and its body is gone': async () => {
      const request = new Request(at('echo'), { method: 'POST', body: 'once' });
      const before = request.bodyUsed;
      const first = await seen(fetch(request));
      return [before, first.length, request.bodyUsed, await settled(fetch(request))];
    },
    'a Request without a body is used twice': async () => {
      const request = new Request(at('ok'));
      return [await settled(fetch(request)), await settled(fetch(request)), request.bodyUsed];
    },
    'init overrides a Request': async () =>
      (await seen(fetch(new Request(at('echo'), { method: 'POST', body: 'x' }), { method: 'PUT' }))).method,
    'a subclass of Request': async () => {
      class Mine extends Request {}
      return settled(fetch(new Mine(at('ok'))));
    },
    'headers arrive as they were set': async () => {
      const { headers } = await seen(fetch(at('echo'), { headers: { 'X-One': '1', Accept: 'text/x' } }));
      return headers
        .filter(([name]) => /^(x-one|accept)$/i.test(name))
        .map(([name, value]) => [name.toLowerCase(), value]);
    },
    'no header is added': async () =>
      (await seen(fetch(at('echo')))).headers.map(([name]) => name.toLowerCase()).sort(),
    'no preflight is caused': async () =>
      (await (await fetch(at('preflights'))).json()).length >= 0 && (await counted(() => fetch(at('ok')))),
    'bodies of all kinds': async () => {
      const form = new FormData();
      form.append('a', 'b');
      const bodies = ['text', new Blob(['blob']), new Uint8Array([1, 2, 3]), new URLSearchParams('a=b'), form];
      const lengths = [];
      for (const body of bodies) {
        const { length, type } = await seen(fetch(at('echo'), { method: 'POST', body }));
        lengths.push([length > 3 ? 'long' : length, type?.replace(/boundary=.*/, 'boundary')]);
      }
      return lengths;
    },
    'a body is read as it streams': async () => {
      const { body, bodyUsed } = await fetch(at('parts'));
      const reader = body.getReader();
      let text = '';
      for (let part = await reader.read(); !part.done; part = await reader.read())
        text += new TextDecoder().decode(part.value);
      return [bodyUsed, text];
    },
    'a response is cloned and teed': async () => {
      const response = await fetch(at('parts'));
      const copy = response.clone();
      return [await response.text(), await copy.text(), response.bodyUsed, await settled(response.text())];
    },
    'a response is what it was': async () => {
      const response = await fetch(at('teapot'));
      return [
        response.status,
        response.ok,
        response.type,
        response.redirected,
        response instanceof Response,
        [...response.headers.keys()].sort(),
        Reflect.ownKeys(response).map(String),
      ];
    },
    'a redirect is followed': async () => {
      const response = await fetch(at('redirect'));
      return [response.status, response.redirected, response.url.replace(/\?.*/, '').endsWith('/behaviour/ok')];
    },
    'a redirect is refused, and handed over': async () => [
      await settled(fetch(at('redirect'), { redirect: 'error' })),
      (await fetch(at('redirect', own), { redirect: 'manual' })).type,
    ],
    'an opaque response': async () => {
      const response = await fetch(at('closed'), { mode: 'no-cors' });
      return [response.type, response.status, await response.text()];
    },
    'an HEAD has no body': async () => (await fetch(at('ok'), { method: 'HEAD' })).text(),
    'data: and blob: URLs': async () => {
      const url = URL.createObjectURL(new Blob(['local']));
      const texts = [await (await fetch('data:,data')).text(), await (await fetch(url)).text()];
      URL.revokeObjectURL(url);
      return [texts, await settled(fetch(url))];
    },
    keepalive: () => settled(fetch(at('ok'), { method: 'POST', body: 'x', keepalive: true })),

    // Failures.
    'blocked by CORS': () => settled(fetch(at('closed'))),
    'blocked at the preflight': () => settled(fetch(at('closed'), { method: 'PUT' })),
    'mode same-origin': () => settled(fetch(at('ok'), { mode: 'same-origin' })),
    'nobody listens': () => settled(fetch(`${origins.dead}/`)),
    'a scheme of its own': () => settled(fetch('myapp://x/')),
    'credentials and a star': () => settled(fetch(at('ok'), { credentials: 'include' })),
    'a rejection is announced when nobody handles it': async () => {
      const events = [];
      const hear = (event) => {
        event.preventDefault();
        events.push([event.type, event.reason?.name, event.promise === promise, event.isTrusted]);
      };
      addEventListener('unhandledrejection', hear);
      addEventListener('rejectionhandled', hear);
      const promise = fetch(at('closed'));
      await new Promise((resolve) => setTimeout(resolve, 400));
      promise.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      removeEventListener('unhandledrejection', hear);
      removeEventListener('rejectionhandled', hear);
      return events;
    },
    'a rejection is not announced when it is handled': async () => {
      const events = [];
      const hear = ({ type }) => events.push(type);
      addEventListener('unhandledrejection', hear);
      await fetch(at('closed')).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
      removeEventListener('unhandledrejection', hear);
      return events;
    },
    'microtasks keep their order': async () => {
      const order = [];
      const note = (name) => () => void order.push(name);
      Promise.resolve().then(note('before'));
      const refused = fetch('http://').then(note('fulfilled'), note('refused'));
      queueMicrotask(note('after'));
      Promise.resolve().then(note('last')).then(note('second round'));
      await refused;
      await null;
      await null;
      return order;
    },
    'two refusals keep their order': async () => {
      const order = [];
      await Promise.all(['a', 'b', 'c'].map((name) => fetch('http://').catch(() => order.push(name))));
      return order;
    },

    // Giving up.
    'aborted before': () => {
      const stop = new AbortController();
      stop.abort();
      return settled(fetch(at('ok'), { signal: stop.signal }));
    },
    'aborted with a reason of one’s own': () => {
      const stop = new AbortController();
      stop.abort(new RangeError('enough'));
      return settled(fetch(at('ok'), { signal: stop.signal }));
    },
    'aborted under way': () => {
      const stop = new AbortController();
      const outcome = settled(fetch(at('slow'), { signal: stop.signal }));
      setTimeout(() => stop.abort(), 20);
      return outcome;
    },
    'aborted while reading': async () => {
      const stop = new AbortController();
      const response = await fetch(at('slow-body'), { signal: stop.signal });
      stop.abort();
      return settled(response.text());
    },
    'timed out by a signal': () => settled(fetch(at('slow'), { signal: AbortSignal.timeout(20) })),
    'a signal that is none': () => settled(fetch(at('ok'), { signal: {} })),

    // XMLHttpRequest.
    'events of a request that succeeds': () => xhr('ok'),
    'events of a request that is blocked': () => xhr('closed'),
    'events of a request to nobody': () => xhr('', { base: origins.dead }),
    'events of a request that is given up': () =>
      xhr('slow', { prepare: (request) => setTimeout(() => request.abort(), 20) }),
    'events of a request that takes too long': () =>
      xhr('slow', {
        prepare: (request) => {
          request.timeout = 20;
        },
      }),
    'on… handlers run in their place': async () => {
      const order = [];
      const request = new XMLHttpRequest();
      request.addEventListener('load', () => order.push('first'));
      request.onload = () => order.push('handler');
      request.open('GET', at('ok'));
      request.addEventListener('load', () => order.push('second'));
      const end = ended(request);
      request.send();
      request.addEventListener('load', () => order.push('after send'));
      await end;
      return order;
    },
    'listeners that stop the others': async () => {
      const order = [];
      const request = new XMLHttpRequest();
      request.addEventListener('load', (event) => {
        event.stopImmediatePropagation();
        order.push('stopped');
      });
      request.open('GET', at('ok'));
      const end = ended(request);
      request.send();
      request.addEventListener('load', () => order.push('never'));
      await end;
      return order;
    },
    'a request is used again, from its own listener': async () => {
      const request = new XMLHttpRequest();
      const log = traced(request);
      await new Promise((resolve) => {
        let times = 0;
        request.addEventListener('loadend', () => {
          if (++times === 2) return resolve();
          request.open('GET', at('closed'));
          request.send();
        });
        request.open('GET', at('ok'));
        request.send();
      });
      return log;
    },
    'open again before the end gives the first up': async () => {
      const request = new XMLHttpRequest();
      const log = traced(request);
      request.open('GET', at('slow'));
      request.send();
      request.open('GET', at('ok'));
      const end = ended(request);
      request.send();
      await end;
      return log;
    },
    'a subclass': async () => {
      class Mine extends XMLHttpRequest {
        open(...args) {
          this.opened = args.length;
          return super.open(...args);
        }
        send(body) {
          this.sent = body;
          return super.send(body);
        }
      }
      const outcome = await xhr('ok', { type: Mine });
      const mine = new Mine();
      mine.open('GET', at('ok'));
      return [outcome, mine.opened, mine instanceof XMLHttpRequest, Object.prototype.toString.call(mine)];
    },
    'all response types': async () => {
      const kinds = [];
      for (const kind of ['', 'text', 'json', 'arraybuffer', 'blob', 'document']) {
        const request = new XMLHttpRequest();
        request.open('GET', at('json'));
        request.responseType = kind;
        const end = ended(request);
        request.send();
        await end;
        kinds.push(Object.prototype.toString.call(request.response));
      }
      return kinds;
    },
    'headers of a request': async () => {
      const request = new XMLHttpRequest();
      request.open('POST', at('echo'));
      request.setRequestHeader('X-One', '1');
      request.setRequestHeader('X-One', '2');
      const end = ended(request);
      request.send('body');
      await end;
      const { headers, length } = JSON.parse(request.responseText);
      return [
        headers.filter(([name]) => /^x-one$/i.test(name)).map(([, value]) => value),
        length,
        request.getAllResponseHeaders(),
      ];
    },
    'synchronous requests': () => {
      const log = [];
      const ask = (path, base) => {
        const request = new XMLHttpRequest();
        traced(request, log);
        request.open('GET', at(path, base), false);
        const sent = caught(() => request.send());
        return [sent, request.status, request.readyState];
      };
      return [ask('ok'), ask('closed'), ask('ok', own), log];
    },
    withCredentials: () =>
      xhr('credentials', {
        prepare: (request) => {
          request.withCredentials = true;
        },
      }),
    'no upload listener, no preflight': () => counted(() => xhr('echo', { method: 'POST', body: 'x' })),
    'an upload listener causes a preflight': () =>
      counted(() =>
        xhr('echo', {
          method: 'POST',
          body: 'x',
          prepare: (request) => request.upload.addEventListener('load', () => {}),
        }),
      ),
    'upload events': async () => {
      const log = [];
      const watch = (request) => {
        for (const type of ['loadstart', 'load', 'error', 'loadend'])
          request.upload.addEventListener(type, () => log.push(`upload ${type}`));
      };
      const outcome = await xhr('echo', { method: 'POST', body: 'x'.repeat(2000), prepare: watch });
      return [log, outcome.log];
    },
    'overrideMimeType and responseURL': async () => {
      const request = new XMLHttpRequest();
      request.open('GET', at('redirect'));
      request.overrideMimeType('text/x');
      const end = ended(request);
      request.send();
      await end;
      return [request.getResponseHeader('content-type'), request.responseURL.replace(/\?.*/, '').replace(/:\d+/, '')];
    },

    // Pages that patch, too.
    'a page that wraps fetch': async () => {
      const before = window.fetch;
      const heard = [];
      window.fetch = function fetch(...args) {
        heard.push(args.length);
        return before.apply(this, args);
      };
      try {
        return [
          await settled(fetch(at('ok'))),
          await settled(window.fetch(at('closed'))),
          heard,
          String(window.fetch).length,
        ];
      } finally {
        window.fetch = before;
      }
    },
    'a page that wraps open and send': async () => {
      const { open, send } = XMLHttpRequest.prototype;
      const heard = [];
      XMLHttpRequest.prototype.open = function (...args) {
        heard.push(`open ${args.length}`);
        return open.apply(this, args);
      };
      XMLHttpRequest.prototype.send = function (...args) {
        heard.push(`send ${args.length}`);
        return send.apply(this, args);
      };
      try {
        return [await xhr('ok'), heard];
      } finally {
        Object.assign(XMLHttpRequest.prototype, { open, send });
      }
    },
    'a page that removes fetch, and brings it back': () => {
      const own = Object.getOwnPropertyDescriptor(window, 'fetch');
      const removed = delete window.fetch;
      const without = typeof window.fetch;
      Object.defineProperty(window, 'fetch', own);
      return [removed, without, typeof window.fetch, shape(own)];
    },
    'a page that patches Array, Promise, String and WeakMap': async () => {
      const heard = [];
      const patched = [
        [Array.prototype, 'push'],
        [Array.prototype, 'splice'],
        [Array.prototype, Symbol.iterator],
        [Promise.prototype, 'then'],
        [Promise.prototype, 'catch'],
        [String.prototype, 'slice'],
        [String.prototype, 'indexOf'],
        [String.prototype, 'toUpperCase'],
        [WeakMap.prototype, 'get'],
        [WeakMap.prototype, 'set'],
        [EventTarget.prototype, 'addEventListener'],
        [Reflect, 'apply'],
        [Function.prototype, 'call'],
        [Function.prototype, 'apply'],
      ].map(([holder, name]) => ({ holder, name, own: Object.getOwnPropertyDescriptor(holder, name) }));
      const apply = Reflect.apply;
      const define = Object.defineProperty;
      for (let i = 0; i < patched.length; i++) {
        const { holder, name, own } = patched[i];
        define(holder, name, {
          ...own,
          value: function (...args) {
            heard[heard.length] = `${String(name)}`;
            return apply(own.value, this, args);
          },
        });
      }
      let promise;
      const request = new XMLHttpRequest();
      const during = heard.length;
      try {
        promise = fetch(at('ok'), { method: 'GET' });
        request.open('GET', at('ok'));
        request.send();
      } finally {
        for (let i = 0; i < patched.length; i++) define(patched[i].holder, patched[i].name, patched[i].own);
      }
      request.abort();
      return [await settled(promise), during, heard];
    },
    'a page that formats stacks': async () => {
      const formatted = [];
      const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
      Error.prepareStackTrace = (error) => tallied(formatted, String(error));
      await settled(fetch(at('ok')));
      if (before) Object.defineProperty(Error, 'prepareStackTrace', before);
      else delete Error.prepareStackTrace;
      return formatted.length;
    },
    'frozen and proxied arguments': async () => [
      await settled(fetch(at('ok'), Object.freeze({ method: 'GET', headers: Object.freeze({}) }))),
      await settled(fetch(at('ok'), new Proxy({ method: 'GET' }, {}))),
    ],
    'a fetch of a frame': async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const view = frame.contentWindow;
      const outcome = [
        view.fetch === fetch,
        (await view.fetch(at('ok'))).status,
        (await fetch.call(window, at('ok'))) instanceof Response,
      ];
      frame.remove();
      return outcome;
    },
    'timing entries': async () => {
      performance.clearResourceTimings();
      const url = at('ok');
      await (await fetch(url)).text();
      await new Promise((resolve) => setTimeout(resolve, 60));
      return performance
        .getEntriesByName(url)
        .map(({ initiatorType, responseStatus }) => [initiatorType, responseStatus]);
    },
  };

  /** How many preflights a call causes. */
  const preflights = async () => (await (await fetch(at('preflights', own))).json()).length;
  async function counted(act) {
    const before = await preflights();
    await act();
    return (await preflights()) - before;
  }

  globalThis.behaviours = {
    count: Object.keys(cases).length,
    /** One after the other, each with what it came to as JSON; a case that breaks down says so. */
    async run() {
      serial = 0;
      const results = {};
      for (const [name, act] of Object.entries(cases)) {
        try {
          results[name] = JSON.stringify(await act()) ?? 'undefined';
        } catch (error) {
          results[name] = `broken: ${error?.name} ${error?.message}`;
        }
      }
      return results;
    },
  };
})();
