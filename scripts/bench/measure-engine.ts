import { corsCheck } from '../../src/cors/cors-check.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../src/exchange/exchange.ts';
import { corpus } from './corpus.ts';

const CALLS = 2_000;
const ROUNDS = 15;

/** What one diagnosis costs, beside the bare CORS check of the same engine on the same answers. */
const exchanges = [...corpus(CALLS, 'chromium'), ...corpus(CALLS, 'firefox')];
const diagnosis = perCall((exchange) => diagnose(exchange).verdict === 'allowed');
const check = perCall(({ hops }) => {
  const response = hops.at(-1)?.response ?? null;
  return response !== null && corsCheck('http://localhost:8080', true, response.headers);
});
console.log(JSON.stringify({ diagnosis, check }));

/** Median over rounds of the mean cost of one call, in µs. */
function perCall(run: (exchange: Exchange) => boolean): number {
  let passed = 0;
  const round = (): number => {
    // This process's own time: what others do on the machine does not count.
    const started = process.cpuUsage();
    for (const exchange of exchanges) if (run(exchange)) passed += 1;
    return process.cpuUsage(started).user / exchanges.length;
  };
  for (let i = 0; i < 5; i++) round();
  const times = Array.from({ length: ROUNDS }, round).sort((a, b) => a - b);
  if (passed === 0) throw new Error('nothing passed: this measures something else');
  return times[ROUNDS >> 1] ?? Number.NaN;
}
