import { benchEngine } from './bench/engine.ts';
import { benchPanel, CALLS } from './bench/panel.ts';

/** `npm run bench [-- --calls 20000]`: figures of the engine and of the panel, to standard output. */
const asked = Number(process.argv[process.argv.indexOf('--calls') + 1]);
await benchEngine(console.log);
await benchPanel(console.log, process.argv.includes('--calls') && asked > 0 ? asked : CALLS);
