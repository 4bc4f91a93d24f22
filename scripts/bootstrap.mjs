// Runs a TypeScript script of this project on a machine that has nothing but Node and npm:
//   node scripts/bootstrap.mjs scripts/<name>.ts [arguments]
// Plain JavaScript without dependencies, since it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED = [20, 19];

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail('usage: node scripts/bootstrap.mjs <script.ts> [arguments]');
if (!isNewEnough(process.versions.node)) {
  fail(`CORS Lens needs Node ${NEEDED.join('.')} or later; this is Node ${process.versions.node}.`);
}
installDependencies();
run();

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Once for each lockfile; npm's words go to standard error, since standard output belongs to the script. */
function installDependencies() {
  const stamp = join(root, 'node_modules', '.cors-lens-stamp');
  const lockfile = join(root, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (installedByHand(lockfile)) {
    writeFileSync(stamp, wanted);
    return;
  }
  process.stderr.write('Installing dependencies (npm ci)\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const installed = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) fail('npm ci failed: its own words stand above.');
  writeFileSync(stamp, wanted);
}

/** npm notes what it installed last in a lockfile of its own; both are written within one `npm install`. */
function installedByHand(lockfile) {
  const npmsOwn = join(root, 'node_modules', '.package-lock.json');
  return existsSync(npmsOwn) && statSync(npmsOwn).mtimeMs > statSync(lockfile).mtimeMs - 10_000;
}

function run() {
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
