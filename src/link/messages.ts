import type { SessionRule } from '../advice/session-rules.ts';
import type { Trial } from '../advice/trial.ts';
import type { NetworkEvent } from '../capture/event.ts';
import type { RecorderScope } from '../capture/scope.ts';
import type { BrowserName, Exchange } from '../exchange/exchange.ts';

/** Raised with every incompatible change: an updated background and an old panel must notice each other. */
export const LINK_VERSION = 2;

export interface BrowserInfo {
  readonly name: BrowserName;
  readonly version: string;
}

/** Why the recorder does not record, in a closed union; `detail` is the browser's own text. */
export interface Trouble {
  readonly code:
    | 'worker-lost'
    | 'extension-reloaded'
    | 'host-permission-missing'
    | 'version-mismatch'
    | 'internal-error';
  readonly detail: string;
}

/**
 * devtools page → background, over the Port `recorder:<tabId>`. The background keeps nothing between two events, so a
 * restarted one needs no more than the same hello again.
 */
export type ToBackground =
  | { readonly kind: 'hello'; readonly version: number; readonly tabId: number; readonly scope: RecorderScope }
  | { readonly kind: 'scope'; readonly scope: RecorderScope }
  | { readonly kind: 'ping' };

/** background → devtools page. Events wait a few ms for each other, and for nothing once the background is to be stopped. */
export type ToRecorder =
  | {
      readonly kind: 'welcome';
      readonly version: number;
      readonly browser: BrowserInfo;
      readonly hostPermission: boolean;
    }
  | { readonly kind: 'events'; readonly events: readonly NetworkEvent[] }
  | { readonly kind: 'permission'; readonly hostPermission: boolean }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'pong' };

/**
 * devtools page → background, over the Port `trial:<tabId>`, which is open only while a fix is tried. The rules go when
 * the Port closes, whoever closed it.
 */
export type ToTrial =
  | { readonly kind: 'try'; readonly rules: readonly SessionRule[] }
  | { readonly kind: 'stop' }
  | { readonly kind: 'ping' };

/** background → devtools page: the rules are in force, are gone, or were refused. */
export type FromTrial =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  | { readonly kind: 'failed'; readonly detail: string };

/** How the trial of this tab stands. `why`: it went off by itself. */
export type TrialState =
  | { readonly kind: 'off'; readonly why: 'navigated' | 'background-lost' | 'refused' | null; readonly detail: string }
  | { readonly kind: 'starting' | 'stopping'; readonly trial: Trial }
  /** `since`: milliseconds since the epoch. */
  | { readonly kind: 'on'; readonly trial: Trial; readonly since: number };

/** The witness in the page: `starting` from the reload that brings it until it answers. */
export type PageWitnessState = 'off' | 'starting' | 'on';

/** panel → background, by `runtime.sendMessage`: open the page that asks for access to all sites. */
export const OPEN_GRANT = 'open-grant';

/** A page load of the inspected tab: a separator in the list. */
export interface Navigation {
  readonly url: string;
  readonly time: number;
}

/** devtools page → panel, over the BroadcastChannel `cors-lens:<tabId>`. */
export type ToPanel =
  | {
      readonly kind: 'snapshot';
      readonly browser: BrowserInfo;
      readonly pageUrl: string | null;
      readonly recording: boolean;
      readonly keep: boolean;
      readonly trouble: Trouble | null;
      readonly pageWitness: PageWitnessState;
      readonly exchanges: readonly Exchange[];
      readonly navigations: readonly Navigation[];
      /** How many exchanges were dropped because the store is bounded. */
      readonly dropped: number;
      readonly limit: number;
      readonly trial: TrialState;
    }
  | {
      readonly kind: 'changed';
      readonly changed: readonly Exchange[];
      readonly removed: readonly string[];
      readonly dropped: number;
    }
  | { readonly kind: 'navigated'; readonly navigation: Navigation; readonly cleared: boolean }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'trial'; readonly trial: TrialState }
  | {
      readonly kind: 'status';
      readonly recording: boolean;
      readonly keep: boolean;
      readonly trouble: Trouble | null;
      readonly pageWitness: PageWitnessState;
      readonly limit: number;
    };

/** panel → devtools page, over the same channel. */
export type FromPanel =
  | { readonly kind: 'subscribe' }
  /** The batch that was sent last is shown: the next may come. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'record'; readonly on: boolean }
  | { readonly kind: 'keep'; readonly on: boolean }
  | { readonly kind: 'clear' }
  /** How many exchanges the recorder may hold from now on. */
  | { readonly kind: 'limit'; readonly limit: number }
  /** Puts a trial in force (null ends it), then reloads the page if asked to. */
  | { readonly kind: 'trial'; readonly trial: Trial | null; readonly reload: boolean }
  | { readonly kind: 'reload' }
  /** Reloads the page, with the page witness or without. */
  | { readonly kind: 'page-witness'; readonly on: boolean };
