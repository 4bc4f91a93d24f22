import { openSession } from '../test/e2e/session.ts';
import { writeFileSync } from 'node:fs';
const [,, name, theme, w, h, ph, call, scroll] = process.argv;
const s = await openSession(name as any, { theme: theme as any, size: { width: Number(w), height: Number(h) }, panelHeight: Number(ph) });
const sleep = (ms: number) => new Promise(r => setTimeout(r, ms));
try {
  await s.browser.evaluateInPage(`lab.runAll(["put-ok","methods-lacks-put","origin-missing-error","near-slash","redirect-login","headers-lacks-several"])`);
  await sleep(2000);
  for (const c of call!.split(',')) {
    await s.panel.evaluate(`corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ url, hops }) => JSON.stringify(hops).includes('/${c}/')).id)`);
    await sleep(600);
    for (const part of scroll!.split(',')) {
      await s.panel.evaluate(`document.querySelector(${JSON.stringify(part)})?.scrollIntoView({block:'start'})`);
      await sleep(300);
      const shot = await Promise.race([s.panel.screenshot(), sleep(20000).then(() => null)]);
      if (shot) writeFileSync(`/tmp/shot-${name}-${theme}-${w}-${c}-${part.replace(/\W/g,'')}.png`, shot); else console.log('no shot');
    }
  }
} finally { await s.close(); }
