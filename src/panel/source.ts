import type { FromPanel, ToPanel } from '../link/messages.ts';

/** Where the panel's data comes from: the devtools page in the extension, a recorded fixture in a plain page. */
export interface RecordingSource {
  /** Calls back with a snapshot first, then with every change. Returns the function that ends it. */
  subscribe(listener: (message: ToPanel) => void): () => void;
  send(message: FromPanel): void;
  /** Leads to the browser's question for access to all sites; called on a click. Absent where nobody can be asked. */
  readonly grant?: () => void;
}
