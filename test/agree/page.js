// Runs in the page: makes the calls of a batch of cases, several at a time, each from where its case says.
globalThis.agree = (() => {
  let callers = null;

  /** Sends jobs to a frame or a worker and resolves with what comes back. */
  function remote(post, listen) {
    const waiting = new Map();
    let last = 0;
    listen(({ id, result }) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    return (job) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        post({ id: last, job });
      });
  }

  function frame(attributes) {
    const element = document.createElement('iframe');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
    document.body.append(element);
    const call = remote(
      (message) => element.contentWindow.postMessage(message, '*'),
      (hear) => addEventListener('message', ({ source, data }) => source === element.contentWindow && hear(data)),
    );
    return loaded.then(() => call);
  }

  /** Makes frames and worker ready, and gets cookies from these origins. */
  async function open(cookieOrigins) {
    const source = await (await fetch('/agree/caller.js')).text();
    for (const origin of cookieOrigins) await fetch(`${origin}/agree/cookies`, { credentials: 'include' });
    const answer = (reply) =>
      `addEventListener('message', async ({ data: { id, job } }) => ${reply}({ id, result: await agreeCaller(job) }));`;
    const html = `<!doctype html><meta charset="utf-8"><script>${source}${answer('((m) => parent.postMessage(m, "*"))')}</script>`;
    const script = new Blob([source, answer('postMessage')], { type: 'text/javascript' });
    const worker = new Worker(URL.createObjectURL(script));
    callers = {
      page: globalThis.agreeCaller,
      sandbox: await frame({ sandbox: 'allow-scripts', srcdoc: html }),
      data: await frame({ src: `data:text/html;charset=utf-8,${encodeURIComponent(html)}` }),
      worker: remote(
        (message) => worker.postMessage(message),
        (hear) => {
          worker.onmessage = ({ data }) => hear(data);
        },
      ),
    };
  }

  async function one(job) {
    const call = callers[job.caller];
    const outcomes = [];
    if (job.repeated) {
      outcomes.push(await call(job));
      // What the browser writes of this call comes from other processes, a little later.
      await new Promise((resolve) => setTimeout(resolve, 60));
      await fetch(`/agree/next/${job.index}`);
    }
    outcomes.push(await call(job));
    return outcomes;
  }

  /** The outcomes of each job's calls, in the order of the jobs. */
  async function run(jobs, width) {
    const results = new Array(jobs.length);
    let next = 0;
    const lane = async () => {
      while (next < jobs.length) {
        const at = next++;
        results[at] = await one(jobs[at]);
      }
    };
    await Promise.all(Array.from({ length: width }, lane));
    return results;
  }

  return { open, run };
})();
