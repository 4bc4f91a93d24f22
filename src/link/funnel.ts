/** What an exception says, in one line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a document hears of that nobody caught. */
export interface Uncaught {
  addEventListener(kind: 'error', listener: (event: { readonly message: string }) => void): void;
  addEventListener(kind: 'unhandledrejection', listener: (event: { readonly reason: unknown }) => void): void;
}

// Said by browsers when a size changed while sizes were told; nothing is lost by it.
const HARMLESS = /^ResizeObserver loop/;

/** Tells of every exception of a document that nobody caught, so that none leaves silence. */
export function hearUncaught(document: Uncaught, failed: (detail: string) => void): void {
  document.addEventListener('error', ({ message }) => {
    if (!HARMLESS.test(message)) failed(message);
  });
  document.addEventListener('unhandledrejection', ({ reason }) => failed(messageOf(reason)));
}
