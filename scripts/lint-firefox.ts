import { spawnSync } from 'node:child_process';
import { build } from './build.ts';

/** Brings Mozilla's addons-linter; fetched when it is asked for, since it is larger than all that this project depends on. */
const WEB_EXT = 'web-ext@10.7.0';

const extension = await build('firefox');
const arguments_ = ['lint', '--source-dir', extension, '--warnings-as-errors', '--no-config-discovery', '--boring'];
const { status } = spawnSync('npx', ['--yes', WEB_EXT, ...arguments_], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
});
process.exitCode = status ?? 1;
