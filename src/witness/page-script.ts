import { WITNESS_SCRIPT } from './network-entry.ts';

/** The name of the page's property that answers `drain()`, for Symbol.for. */
const KEY = 'cors-lens page witness';
/** How many calls wait in the page to be read, at the most; the oldest are forgotten. */
const CALLS = 400;

/** The script that DevTools puts into the page before its own first script. */
export const PAGE_WITNESS = `(${installPageWitness})(${JSON.stringify(KEY)}, ${CALLS});\n//# sourceURL=${WITNESS_SCRIPT}\n`;

/**
 * Asks the page for what the witness has seen, in its frames of the same origin as well. What is not known to have arrived
 * is told again: an answer can get lost on its way.
 * @param heard the document that answered last, and its last ticket that has arrived
 */
export const pageWitnessQuestion = (heard: { readonly document: string; readonly ticket: number }): string =>
  `(${askPageWitness})(${JSON.stringify(KEY)}, ${JSON.stringify(heard.document)}, ${Number(heard.ticket)})`;

/** The page's answer when no witness stands in it. */
export const NO_WITNESS = 'no witness';

/**
 * One call as the witness tells it: an array, so that nothing of the page's own can hide in a field. Its whole answer is
 * one as well: its document, its last ticket, and the calls.
 */
export type RawPageCall = readonly [
  number: number,
  api: 'fetch' | 'xhr',
  method: string | null,
  url: string | null,
  mode: string | null,
  credentials: string | null,
  redirect: string | null,
  startedAt: number,
  outcome: string | null,
  status: number,
  policy: string | null,
  stack: string | null,
  origin: string,
  document: string,
  top: boolean,
];

function askPageWitness(name: string, document: string, ticket: number): unknown {
  type Witness = { readonly answer: (document: string, ticket: number) => unknown };
  const witness = (window as unknown as Record<symbol, Witness | undefined>)[Symbol.for(name)];
  return witness === undefined ? 'no witness' : witness.answer(document, ticket);
}

/** What a window's witness offers to the extension, and to those of its frames. */
interface PageWitnessPort {
  readonly answer: (document: string, ticket: number) => readonly unknown[];
  /** Takes a call in to be told, or told anew. */
  readonly tell: (call: { readonly row: unknown[]; ticket: number; waits: boolean }) => void;
  /** Numbers the calls of the window and its frames together. */
  readonly next: () => number;
}

/**
 * Runs in the page, before its own scripts. Self-contained: it is handed over as text.
 *
 * The rule is that no call and no result changes. So each wrapped function is a Proxy of the browser's own, which keeps
 * name, length, descriptor and constructability; what is called is the browser's own with the very same `this` and
 * arguments; nothing is read of an argument that could run the page's code; a promise is given on untouched (adding
 * handlers would silence `unhandledrejection`); no listener is added where one matters (upload listeners cause
 * preflights); and everything of the page's that is used was taken before the page could change it.
 */
function installPageWitness(name: string, limit: number): void {
  const { apply, getOwnPropertyDescriptor: ownOf, getPrototypeOf, defineProperty } = Reflect;
  const key = Symbol.for(name);
  if (ownOf(window, key)) return;
  const { Error: Failure, Proxy: Wrapper, URL: Address, document, origin } = window;
  const { now } = Date;
  const { push, splice } = Array.prototype;
  const { toUpperCase, slice, indexOf } = String.prototype;
  const { get, set } = WeakMap.prototype;
  const getterOf = (holder: object, property: string) => ownOf(holder, property)?.get;
  const request = {
    url: getterOf(Request.prototype, 'url'),
    method: getterOf(Request.prototype, 'method'),
    mode: getterOf(Request.prototype, 'mode'),
    credentials: getterOf(Request.prototype, 'credentials'),
    redirect: getterOf(Request.prototype, 'redirect'),
  };
  const violation = {
    disposition: getterOf(SecurityPolicyViolationEvent.prototype, 'disposition'),
    blocked: getterOf(SecurityPolicyViolationEvent.prototype, 'blockedURI'),
    directive: getterOf(SecurityPolicyViolationEvent.prototype, 'effectiveDirective'),
  };
  const eventType = getterOf(Event.prototype, 'type');
  const errorName = getterOf(DOMException.prototype, 'name');
  const addressHref = getterOf(Address.prototype, 'href');
  const baseUri = getterOf(Node.prototype, 'baseURI');
  const xhr = XMLHttpRequest.prototype;
  const withCredentials = getterOf(xhr, 'withCredentials');
  const xhrStatus = getterOf(xhr, 'status');
  const listen = EventTarget.prototype.addEventListener;
  const documentId = `${now()}-${Math.random()}`;

  /** The places in `row` are those of RawPageCall. */
  interface Call {
    readonly row: unknown[];
    ticket: number;
    waits: boolean;
  }
  const [OUTCOME, STATUS, POLICY] = [8, 9, 10] as const;
  let calls: Call[] = [];
  let waiting: Call[] = [];
  let count = 0;
  let tickets = 0;
  const isTop = window.top === window;

  /** Never lets anything out: what fails here is not seen, and that is all. */
  const quietly = (act: () => void): void => {
    try {
      act();
    } catch {}
  };
  const keep = (list: Call[], call: Call): Call[] => {
    apply(push, list, [call]);
    return list.length > limit ? (apply(splice, list, [-limit]) as Call[]) : list;
  };
  const own: PageWitnessPort = {
    next: () => count++,
    tell(call) {
      call.ticket = ++tickets;
      if (!call.waits) waiting = keep(waiting, call);
      call.waits = true;
    },
    answer(document, ticket) {
      const told: unknown[] = [];
      const left: Call[] = [];
      for (let i = 0; i < waiting.length; i++) {
        const call = waiting[i];
        if (!call) continue;
        call.waits = document !== documentId || call.ticket > ticket;
        if (!call.waits) continue;
        apply(push, left, [call]);
        apply(push, told, [call.row]);
      }
      waiting = left;
      return [documentId, tickets, told];
    },
  };
  /** The page's own, where a frame may reach it: it stays when the frame goes. */
  const port: PageWitnessPort = (() => {
    try {
      const outer = isTop ? undefined : ownOf(window.parent, key)?.value;
      return typeof outer?.tell === 'function' ? outer : own;
    } catch {
      return own; // a parent of another origin
    }
  })();
  const { tell, next } = port;
  const note = (row: unknown[]): Call => {
    const call: Call = { row, ticket: 0, waits: false };
    calls = keep(calls, call);
    tell(call);
    return call;
  };
  const read = (getter: (() => unknown) | undefined, of: unknown): unknown => {
    try {
      return getter && apply(getter, of, []);
    } catch {
      return undefined; // not of the getter's own kind
    }
  };
  /** A property's value where looking at it runs no code of the page: the nearest data property. Null: an accessor. */
  const plain = (of: unknown, property: string): unknown => {
    let holder = of;
    for (let depth = 0; typeof holder === 'object' && holder !== null && depth < 8; depth++) {
      const own = ownOf(holder, property);
      if (own) return 'value' in own ? own.value : null;
      holder = getPrototypeOf(holder);
    }
    return undefined;
  };
  const withoutFragment = (url: string): string => {
    const hash = apply(indexOf, url, ['#']);
    return hash < 0 ? url : apply(slice, url, [0, hash]);
  };
  const address = (input: unknown): string | null => {
    const text = typeof input === 'string' ? input : (read(request.url, input) ?? read(addressHref, input));
    if (typeof text !== 'string') return null; // an object that only its own code can turn into a URL
    try {
      return withoutFragment(read(addressHref, new Address(text, read(baseUri, document) as string)) as string);
    } catch {
      return null;
    }
  };
  const stackHere = (): string | null => {
    // Reality: Chromium lets a page format stacks, so reading one could run its code.
    if (ownOf(Failure, 'prepareStackTrace')) return null;
    const { stack } = new Failure();
    return typeof stack === 'string' ? apply(slice, stack, [0, 4000]) : null;
  };
  /** As the Fetch Standard normalizes it. */
  const normal = (method: unknown): string | null => {
    if (typeof method !== 'string') return method === undefined ? 'GET' : null;
    switch (apply(toUpperCase, method, [])) {
      case 'GET':
      case 'HEAD':
      case 'POST':
      case 'PUT':
      case 'DELETE':
      case 'OPTIONS':
        return apply(toUpperCase, method, []);
      default:
        return method;
    }
  };

  const noteFetch = (input: unknown, init: unknown, startedAt: number): void => {
    const chosen = (property: 'method' | 'mode' | 'credentials' | 'redirect', usual: string): unknown => {
      const own = plain(init, property);
      return own === undefined ? (read(request[property], input) ?? usual) : own;
    };
    const method = normal(chosen('method', 'GET'));
    const mode = chosen('mode', 'cors');
    const credentials = chosen('credentials', 'same-origin');
    const redirect = chosen('redirect', 'follow');
    const stack = stackHere();
    note([
      next(),
      'fetch',
      method,
      address(input),
      mode,
      credentials,
      redirect,
      startedAt,
      null,
      0,
      null,
      stack,
      origin,
      documentId,
      isTop,
    ]);
  };

  const opened = new WeakMap<object, { readonly method: string | null; readonly url: string | null }>();
  const sent = new WeakMap<object, Call>();
  const noteOpen = (self: unknown, args: readonly unknown[]): void => {
    apply(set, opened, [self as object, { method: normal(args[0]), url: address(args[1]) }]);
  };
  const end = (call: Call, outcome: string, status: unknown): void => {
    if (call.row[OUTCOME] !== null) return;
    call.row[OUTCOME] = outcome;
    call.row[STATUS] = status ?? 0;
    tell(call);
  };
  function ended(this: unknown, event: Event): void {
    quietly(() => {
      const call = apply(get, sent, [this as object]) as Call | undefined;
      if (call) end(call, read(eventType, event) as string, read(xhrStatus, this));
    });
  }
  const noteSend = (self: unknown, startedAt: number): void => {
    const known = apply(get, opened, [self as object]) as { method: string | null; url: string | null } | undefined;
    const included = read(withCredentials, self);
    if (!known || included === undefined) return;
    const credentials = included === true ? 'include' : 'same-origin';
    const first = apply(get, sent, [self as object]) === undefined;
    const { method, url } = known;
    const stack = stackHere();
    const call = note([
      next(),
      'xhr',
      method,
      url,
      'cors',
      credentials,
      'follow',
      startedAt,
      null,
      0,
      null,
      stack,
      origin,
      documentId,
      isTop,
    ]);
    apply(set, sent, [self as object, call]);
    if (!first) return;
    apply(listen, self, ['load', ended as EventListener]);
    apply(listen, self, ['error', ended as EventListener]);
    apply(listen, self, ['abort', ended as EventListener]);
    apply(listen, self, ['timeout', ended as EventListener]);
  };
  /** A synchronous call ends without an event, and one that was never begun did not happen. */
  const noteThrown = (self: unknown, error: unknown): void => {
    const call = apply(get, sent, [self as object]) as Call | undefined;
    if (!call) return;
    const name = read(errorName, error);
    if (name === 'NetworkError' || name === 'TimeoutError') end(call, name === 'NetworkError' ? 'error' : 'timeout', 0);
    else call.row[3] = null;
  };

  const originals = new WeakMap<object, object>();
  /** Puts a Proxy in the place of a method, with the same attributes. */
  const wrap = (
    holder: object,
    property: string,
    trap: (target: (...args: unknown[]) => unknown, self: unknown, args: unknown[]) => unknown,
  ): void => {
    const own = ownOf(holder, property);
    if (typeof own?.value !== 'function') return;
    const wrapped = new Wrapper(own.value, { apply: trap });
    apply(set, originals, [wrapped, own.value]);
    defineProperty(holder, property, { ...own, value: wrapped });
  };

  wrap(window, 'fetch', (target, self, args) => {
    const startedAt = now();
    const promise = apply(target, self, args);
    quietly(() => noteFetch(args[0], args[1], startedAt));
    return promise;
  });
  wrap(xhr, 'open', (target, self, args) => {
    const result = apply(target, self, args);
    quietly(() => noteOpen(self, args));
    return result;
  });
  wrap(xhr, 'send', (target, self, args) => {
    // Noted first: a synchronous call ends within, and listeners may send it again.
    quietly(() => noteSend(self, now()));
    try {
      return apply(target, self, args);
    } catch (error) {
      quietly(() => noteThrown(self, error));
      throw error;
    }
  });
  wrap(Function.prototype, 'toString', (target, self, args) => {
    const original = typeof self === 'function' ? apply(get, originals, [self]) : undefined;
    return apply(target, original ?? self, args);
  });

  const refused = (event: Event): void =>
    quietly(() => {
      const url = read(violation.blocked, event);
      const directive = read(violation.directive, event);
      if (read(getterOf(event, 'isTrusted'), event) !== true || directive !== 'connect-src') return;
      if (read(violation.disposition, event) !== 'enforce' || typeof url !== 'string') return;
      for (let i = 0; i < calls.length; i++) {
        const call = calls[i];
        if (!call || call.row[3] !== url || call.row[POLICY] !== null) continue;
        call.row[POLICY] = directive;
        tell(call);
        return;
      }
    });
  apply(listen, window, ['securitypolicyviolation', refused, true]);

  defineProperty(window, key, { value: port });
}
