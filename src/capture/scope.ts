import type { NetworkEvent } from './event.ts';

/** What a recorder wants to hear besides its own tab's events. */
export interface RecorderScope {
  /** Serialized origins whose shared and service workers' calls (they have no tab) belong to this recording. */
  readonly workerOrigins: readonly string[];
  /** False while paused with nothing open: the tab then has no listener. */
  readonly listening: boolean;
}

/** Whether an event belongs to a recording: its own tab's, or of a worker without a tab that shares the page's origin. */
export function concerns(event: NetworkEvent, tabId: number, scope: RecorderScope): boolean {
  if (!scope.listening) return false;
  if (event.tabId !== -1) return event.tabId === tabId;
  return event.initiator !== null && scope.workerOrigins.includes(event.initiator);
}
