// Makes the calls of cases; runs in the page, in its frames and in its worker alike. An outcome is `resolved <type>
// <status>`, `rejected`, or `refused`: the browser would not even make such a request.
globalThis.agreeCaller = (() => {
  const LIMIT = 20_000;

  async function viaFetch({ url, call }) {
    const { method, headers, body, mode, credentials, redirect } = call;
    let request;
    try {
      request = new Request(url, { method, headers, mode, credentials, redirect, ...(body === null ? {} : { body }) });
    } catch {
      return { outcome: 'refused', visible: null };
    }
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), LIMIT);
    try {
      const response = await fetch(request, { signal: stop.signal });
      const visible = response.type === 'cors' ? [...response.headers.keys()] : null;
      return { outcome: `resolved ${response.type} ${response.status}`, visible };
    } catch {
      return { outcome: stop.signal.aborted ? 'timed out' : 'rejected', visible: null };
    } finally {
      clearTimeout(timer);
    }
  }

  function viaXhr({ url, call }) {
    const { method, headers, body, credentials, upload } = call;
    const request = new XMLHttpRequest();
    try {
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      request.timeout = LIMIT;
      for (const [name, value] of headers) request.setRequestHeader(name, value);
    } catch {
      return { outcome: 'refused', visible: null };
    }
    if (upload) request.upload.addEventListener('progress', () => {});
    return new Promise((resolve) => {
      request.onload = () => {
        const names = request.getAllResponseHeaders().split('\r\n');
        const visible = names.flatMap((line) => (line === '' ? [] : [line.split(':')[0].toLowerCase()]));
        resolve({ outcome: `resolved cors ${request.status}`, visible });
      };
      request.onerror = () => resolve({ outcome: 'rejected', visible: null });
      request.ontimeout = () => resolve({ outcome: 'timed out', visible: null });
      request.send(body);
    });
  }

  return (job) => (job.api === 'xhr' ? viaXhr(job) : viaFetch(job));
})();
