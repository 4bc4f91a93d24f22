import type { Trace } from './chromium-trace.ts';
import type { Find } from './find.ts';

export type BrowserName = 'chromium' | 'firefox';
export type Theme = 'light' | 'dark';
/** Where DevTools stands in the browser's window. */
export type DockSide = 'bottom' | 'right';

export interface LaunchOptions {
  /** Absolute path of the unpacked extension; none is loaded without it. */
  readonly extension?: string;
  /** Title of the extension's DevTools tab. Default `CORS`. */
  readonly panelTitle?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** CSS pixels of the browser's window. Default 1400 by 900. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Default light. */
  readonly theme?: Theme;
  readonly dock?: DockSide;
  /** CSS pixels that DevTools takes of the window's height when it is docked at the bottom. Default: the browser's own. */
  readonly panelHeight?: number;
  /** Absolute path of a folder that files are saved into without a question. */
  readonly downloads?: string;
  /** Notes each request over the network from the start, for `traffic()`. */
  readonly traffic?: boolean;
  /** Chromium opens DevTools with its page, unless this is false: then it never opens. Firefox opens it when it is asked to. */
  readonly devtools?: boolean;
  /** Default true. False attaches nothing to the page's network, which costs the page time: no `corsErrors()`, no `requests()`. */
  readonly networkLog?: boolean;
  /** The page to start with. Default about:blank. */
  readonly url?: string;
  /** The installed browser to use; looked up when it is left out. */
  readonly found?: Find;
}

/**
 * What the browser itself says of one call that did not succeed: the ground truth for the extension's own verdict.
 * Chromium: one for each failed request of the page, its frames and its workers. Firefox: one for each CORS line in its console.
 */
export interface BrowserVerdict {
  /** First to last; more than one after redirects (Firefox names only one). */
  readonly urls: readonly string[];
  /** Null where the browser does not say (Firefox). */
  readonly method: string | null;
  /** Chromium: `Network.CorsError`. Firefox: the console's category without its revision digits. Null: the browser does not call it CORS. */
  readonly code: string | null;
  /** Chromium: `failedParameter`. Firefox: the console's sentence. */
  readonly detail: string;
  /** The browser's error text, for example `net::ERR_FAILED`; null in Firefox. */
  readonly error: string | null;
  readonly canceled: boolean;
  /** Milliseconds since the epoch when the line was written; null in Chromium, whose verdicts stand in their order. */
  readonly at: number | null;
}

/** One request as Chromium's own network log saw it, failed or not. Firefox has no such log here. */
export interface BrowserRequest {
  readonly urls: readonly string[];
  readonly method: string;
  readonly status: number | null;
  readonly ended: 'finished' | 'failed' | null;
}

/** A request over the network, and the origin (Chromium) or principal (Firefox) that asked for it; `` for the browser itself. */
export interface Traffic {
  readonly url: string;
  readonly by: string;
}

/** The extension's DevTools tab, shown in the real DevTools. */
export interface Panel {
  /** Value of a JavaScript expression (awaited, JSON-serialisable) in the panel's document. */
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** A real, trusted click in the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** Types text into the focused element, as a keyboard would. */
  type(text: string): Promise<void>;
  /** Presses one key: a character, or `Enter`, `Tab`, `Escape`, `Backspace`, `ArrowUp`, `ArrowDown`, `Home`, `End` …, with modifiers as `Control+c`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** Chooses a file (absolute path) in an `input type="file"`, as the browser's own dialog would. */
  chooseFile(selector: string, path: string): Promise<void>;
  /** PNG of the panel alone. */
  screenshot(): Promise<Buffer>;
  /** Moves the pointer to the middle of the first element that matches. */
  hover(selector: string): Promise<void>;
  /** Chromium alone: bytes that its JavaScript holds after a garbage collection. */
  heapUsed?(): Promise<number>;
  /** What stands on the clipboard as text. */
  readClipboard(): Promise<string>;
  /** The PNG that stands on the clipboard; null for none, and always in Firefox. */
  readClipboardImage(): Promise<Buffer | null>;
  /** Has the panel drawn with the few colours of a person's own choice, or no longer. */
  forceColors(on: boolean): Promise<void>;
  /** Has the panel drawn as on paper, or with as little motion as a person asked for; as usual for what is left out. */
  emulate(media: { readonly print?: boolean; readonly reducedMotion?: boolean }): Promise<void>;
  /** Enlarges DevTools, the panel with it, as Ctrl and + do, by this factor, or the next larger that the browser has; 1 is as usual. */
  zoom(factor: number): Promise<void>;
  /** Milliseconds from asking DevTools to show the tab until its document had loaded. */
  readonly shownAfter: number;
}

/** Another tab of the same browser, with DevTools of its own. */
export interface SecondTab {
  openPanel(): Promise<Pick<Panel, 'evaluate'>>;
  evaluateInPage<T = unknown>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** A running browser with its own throw-away profile. */
export interface Browser {
  readonly name: BrowserName;
  /** For example `156.0.8078.79`. */
  readonly version: string;
  goto(url: string): Promise<void>;
  /** Opens DevTools on the page's tab and shows the extension's tab. */
  openPanel(): Promise<Panel>;
  /** Closes DevTools, as a click on its cross does. */
  closeDevtools(): Promise<void>;
  /** Opens DevTools without showing the extension's tab, also after they were closed. */
  openDevtools(): Promise<void>;
  /** Value of a JavaScript expression (awaited, JSON-serialisable) in the page. */
  evaluateInPage<T = unknown>(expression: string): Promise<T>;
  /** Value of an expression in a second tab without DevTools of the test's own, which is closed again. */
  inAnotherTab<T = unknown>(url: string, expression: string): Promise<T>;
  /** Chromium alone: value of an expression in DevTools' own document, whose modules it may import. */
  inDevtools?<T = unknown>(expression: string): Promise<T>;
  /** PNG of the window that holds DevTools. */
  screenshotWindow(): Promise<Buffer>;
  /** Ends the extension's background (service worker or event page) at once, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Takes the extension's access to all sites away, as its user can, or gives it back. */
  setHostAccess(on: boolean): Promise<void>;
  /** Presses the button on the extension's page that asks for access, and says yes to the browser's question (in Chromium: gives what was asked for on its page of extensions). */
  allowOnGrantPage(): Promise<void>;
  /** Loads the extension anew under an open DevTools, as an update does. */
  reloadUnderDevtools(): Promise<void>;
  /** Ends the process that shows the page, as a crash does. */
  crashPage(): Promise<void>;
  /** Ends the process that runs the extension's pages, as a crash does. */
  crashExtension(): Promise<void>;
  /** Has the page's tab unloaded while another is in front, as a browser short of memory does, and goes back to it. */
  discardTab(): Promise<void>;
  /** Moves the page's tab, with its DevTools, to a window of its own. */
  moveTabToNewWindow(): Promise<void>;
  /** Opens another tab with DevTools of its own; what this browser is asked is of the first tab as before. */
  openSecondTab(url: string): Promise<SecondTab>;
  /** Loads the extension's files anew. */
  reloadExtension(): Promise<void>;
  /** Lets DevTools' own Network panel keep what is requested from now on, for `har()`. DevTools must be open. */
  keepRequests(): Promise<void>;
  /** The page's requests as DevTools' own Network panel exports them. Chromium leaves cookies out when it sanitizes. */
  har(sanitized?: boolean): Promise<string>;
  /** Gathered since the start or the last `forgetVerdicts()`. */
  corsErrors(): Promise<readonly BrowserVerdict[]>;
  requests(): Promise<readonly BrowserRequest[]>;
  forgetVerdicts(): Promise<void>;
  /** Every request over the network that the browser made since it was started with `traffic`, whoever asked for it. */
  traffic(): Promise<readonly Traffic[]>;
  /** Chromium alone: what the main threads of all its pages did while something ran. */
  trace?(run: () => Promise<void>): Promise<Trace>;
  /** Milliseconds of processor time that all its processes have used so far. */
  cpu(): Promise<number>;
  /** Milliseconds of processor time that the process of the extension's pages has used so far. */
  extensionCpu(): Promise<number>;
  /** Bytes that are left there after a garbage collection. Chromium: of JavaScript. Firefox: of the whole process. */
  extensionBytes(): Promise<number>;
  /** Sets the size of the window that holds DevTools. */
  resize(width: number, height: number): Promise<void>;
  /** Changes DevTools' theme while it is open. */
  setTheme(theme: Theme): Promise<void>;
  /** Resolves when the browser has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
