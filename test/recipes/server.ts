import type { Recipe } from '../../src/advice/fix.ts';
import type { CheckId } from './check-ids.ts';

/** Where one start of a server happens. */
export interface Site {
  /** A fresh, empty folder of its own. */
  readonly folder: string;
  /** Free port on 127.0.0.1 that the server must listen on. */
  readonly port: number;
  /** Port of an application with the contract of `upstream.ts`, for servers that stand before one. */
  readonly upstream: number;
}

/** A server that runs. */
export interface Running {
  stop(): Promise<void>;
}

/** What must be installed. */
export interface Needs {
  /** Commands that must be there, along PATH or as absolute paths. */
  readonly commands?: readonly string[];
  /** Files that must be there. */
  readonly files?: readonly string[];
  /** Debian 12 packages that bring both. */
  readonly debian?: readonly string[];
  /** Folder below test/recipes/npm whose lockfile is installed. */
  readonly npm?: 'short' | 'full';
}

/** One real server with an application behind or in it, started from a recipe's text put where the recipe says. */
export interface ServerUnderTest {
  /** The row of the table. */
  readonly title: string;
  readonly recipe: Recipe;
  readonly needs: Needs;
  /** Name and version of what runs, asked of itself. */
  version(): string;
  /** Writes the server's files with the text in its place; '' leaves the server without the recipe. */
  write(text: string, site: Site): void;
  /** Runs the server's own test of its configuration. @throws Error with what it said */
  readonly test?: (site: Site) => void;
  /** Resolves when it listens. */
  start(site: Site): Promise<Running>;
  /** A bucket of files: it has no login, no cookies, and does not fail. */
  readonly storage?: true;
  /** What a check that it passes leaves out here. `errors`: its 401 comes from before the recipe. */
  readonly limits?: Partial<Readonly<Record<CheckId, string>>>;
  /** Checks that this server cannot be put to, and why. */
  readonly without?: Partial<Readonly<Record<CheckId, string>>>;
}
