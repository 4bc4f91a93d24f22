import { cmd } from './cmd.ts';
import { fetchSnippet } from './fetch-snippet.ts';
import { httpFile } from './http-file.ts';
import { posix } from './posix.ts';
import { powershell } from './powershell.ts';
import type { Reproduction } from './reproduction.ts';

/** All ways to make a call again, in the order in which they are offered. */
export const reproductions: readonly Reproduction[] = [posix, powershell, cmd, fetchSnippet, httpFile];
