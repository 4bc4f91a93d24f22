// What a scenario's script may use, in the lab's page, its frames and its workers. A classic script, so that all of
// them can load it.
(() => {
  /** Gives up on what never answers, so that one scenario cannot hold up the rest. */
  const PATIENCE = 15000;

  const within = (promise) =>
    Promise.race([promise, new Promise((resolve) => setTimeout(resolve, PATIENCE, 'no outcome'))]);
  const once = (target, outcomes) =>
    new Promise((resolve) => {
      for (const [event, outcome] of Object.entries(outcomes)) {
        target.addEventListener(event, () => resolve(outcome), { once: true });
      }
    });

  const make = (id, origins, run) => {
    const lab = {
      id,
      run,
      origins,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      url: (origin, path = 'call') => `${origins[origin]}/s/${id}/${path}?run=${run}`,

      /** The status, `opaque`, or the error's name. */
      async fetch(url, init = {}) {
        try {
          const response = await fetch(url, init);
          if (response.type === 'opaque' || response.type === 'opaqueredirect') return response.type;
          await response.text();
          return String(response.status);
        } catch (error) {
          return error.name;
        }
      },
      async xhr(url, { method = 'GET', headers = {}, credentials = false, upload = false, body = null } = {}) {
        const request = new XMLHttpRequest();
        request.open(method, url);
        request.withCredentials = credentials;
        for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
        if (upload) request.upload.addEventListener('progress', () => {});
        const done = once(request, { load: 'load', error: 'error', abort: 'abort', timeout: 'timeout' });
        request.send(body);
        const outcome = await done;
        return outcome === 'load' ? String(request.status) : outcome;
      },
      /** Adds an element that loads something: `loaded` or `error`. */
      element(tag, attributes) {
        const element = document.createElement(tag);
        const done = once(element, { load: 'loaded', error: 'error' });
        element.hidden = tag === 'img';
        Object.assign(element, attributes);
        lab.place().append(element);
        return done;
      },
      async font(url) {
        try {
          await new FontFace('lab', `url(${JSON.stringify(url)})`).load();
          return 'loaded';
        } catch (error) {
          return error.name;
        }
      },
      eventSource(url, init) {
        const source = new EventSource(url, init);
        return once(source, { open: 'open', error: 'error' }).finally(() => source.close());
      },
      webSocket(url) {
        const socket = new WebSocket(url.replace(/^http/, 'ws'));
        return once(socket, { open: 'open', error: 'error' }).finally(() => socket.close());
      },
      /** What a frame's script reports. */
      frame(attributes) {
        const frame = document.createElement('iframe');
        const done = new Promise((resolve) => {
          const hear = ({ source, data }) => {
            if (source !== frame.contentWindow || data?.lab !== id) return;
            removeEventListener('message', hear);
            resolve(data.outcome);
          };
          addEventListener('message', hear);
        });
        for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
        lab.place().append(frame);
        return done;
      },
      worker: (url) =>
        new Promise((resolve) => {
          const started = new Worker(url);
          started.onmessage = ({ data }) => resolve(data);
          started.onerror = () => resolve('worker failed');
        }),
      sharedWorker: (url) =>
        new Promise((resolve) => {
          const { port } = new SharedWorker(url);
          port.onmessage = ({ data }) => resolve(data);
        }),
      place: () => document.getElementById('stage') ?? document.body,
    };
    return lab;
  };

  const outcomeOf = (script, lab) => within(script(lab).catch((error) => `failed: ${error}`));
  globalThis.labKit = {
    /** The outcome of a scenario's script in this page. */
    inPage: (id, origins, run, script) => outcomeOf(script, make(id, origins, run)),
    async inFrame(id, origins, run, script) {
      parent.postMessage({ lab: id, outcome: await outcomeOf(script, make(id, origins, run)) }, '*');
    },
    inWorker(id, origins, run, script) {
      const outcome = outcomeOf(script, make(id, origins, run));
      if (typeof SharedWorkerGlobalScope === 'undefined') outcome.then((value) => postMessage(value));
      else addEventListener('connect', ({ ports: [port] }) => outcome.then((value) => port.postMessage(value)));
    },
  };
})();
