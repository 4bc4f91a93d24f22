/**
 * Runs inside the panel's document (it is handed over as text, so it may name nothing from outside) and plays the
 * recorder: over the channel that the recorder uses, in batches of 16 ms, each call pending first and ended some
 * batches later. Returns what starts it and what tells how far it is.
 */
export function installLoad(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  const BATCH_MS = 16;
  const servers = [
    'https://api.example.test',
    'https://cdn.example.test',
    'https://auth.example.test',
    'http://localhost:8081',
    'http://127.0.0.1:9000',
  ];
  const page = 'https://app.example.test';
  const common = (origin: string) => [
    ['Origin', origin],
    ['Accept', 'application/json'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Sec-Fetch-Site', 'same-site'],
    ['Sec-Fetch-Dest', 'empty'],
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Accept-Language', 'en'],
  ];
  const answer = (status: number, allow: string | null) => ({
    status,
    headers: [
      ['Server', 'nginx/1.26.2'],
      ['Date', 'Tue, 24 Nov 2026 10:00:00 GMT'],
      ['Content-Type', 'application/json'],
      ['Content-Length', '1532'],
      ['Cache-Control', 'no-store'],
      ...(allow
        ? [
            ['Access-Control-Allow-Origin', allow],
            ['Vary', 'Origin'],
          ]
        : []),
    ],
    seenByPage: null,
    fromCache: false,
  });
  // One in ten is blocked, in one of three ways; one in five has a preflight.
  const call = (number: number, startedAt: number, ended: boolean) => {
    const url = `${servers[number % servers.length]}/v2/projects/${number % 977}/items/${number}?page=${number % 13}`;
    const bad = number % 10 === 0;
    const kind = (number / 10) % 3;
    const preflighted = number % 5 === 1;
    const method = preflighted ? 'PUT' : 'GET';
    const hop = {
      url,
      method,
      startedAt,
      requestHeaders: common(page),
      preflight: preflighted
        ? {
            requestId: `p${number}`,
            requestHeaders: [...common(page), ['Access-Control-Request-Method', method]],
            response: {
              ...answer(204, page),
              headers: [...answer(204, page).headers, ['Access-Control-Allow-Methods', 'PUT']],
            },
            end: { kind: 'completed', at: startedAt + 9 },
            startedAt,
            pairedBy: 'only-candidate',
          }
        : null,
      response: ended ? answer(bad && kind === 1 ? 500 : 200, bad ? (kind === 2 ? `${page}/` : null) : page) : null,
      redirected: false,
      delivered: ended && !bad,
    };
    return {
      id: `b${number}`,
      revision: ended ? 2 : 1,
      browser: 'chromium',
      tabId: 1,
      frameId: 0,
      attribution: 'tab',
      documentId: 'd',
      initiator: page,
      pageUrl: `${page}/`,
      type: 'xmlhttprequest',
      startedAt,
      hops: [hop],
      end: !ended
        ? null
        : bad
          ? { kind: 'failed', at: startedAt + 30, error: 'net::ERR_FAILED', failure: 'blocked' }
          : { kind: 'completed', at: startedAt + 30 },
      partial: false,
      evidence: {},
    };
  };
  let next = 0;
  let running = false;
  const times: number[] = [];
  Object.assign(globalThis, {
    benchLoad: {
      /** Sends so many calls at so many a second; from `limit` calls on, the oldest go. */
      start(count: number, perSecond: number, limit: number) {
        running = true;
        const first = next;
        const from = performance.now();
        const open: number[][] = [];
        const tick = () => {
          const due = Math.min(count, Math.floor(((performance.now() - from) / 1000) * perSecond)) - (next - first);
          const changed = [];
          const begun = [];
          const removed = [];
          for (let i = 0; i < due; i += 1, next += 1) {
            times[next] = Date.now();
            changed.push(call(next, times[next] ?? 0, false));
            begun.push(next);
            if (next >= limit) removed.push(`b${next - limit}`);
          }
          open.push(begun);
          for (const number of open.length > 3 || due === 0 ? (open.shift() ?? []) : [])
            changed.push(call(number, times[number] ?? 0, true));
          if (changed.length > 0)
            channel.postMessage({ kind: 'changed', changed, removed, dropped: Math.max(0, next - limit) });
          if (next - first < count || open.some((batch) => batch.length > 0)) setTimeout(tick, BATCH_MS);
          else running = false;
        };
        tick();
      },
      running: () => running,
      sent: () => next,
    },
  });
}
