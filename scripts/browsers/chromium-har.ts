import { type Cdp, evaluate } from './cdp.ts';
import { until } from './wait.ts';

// DevTools' own modules. The first throws "Unable to create settings" while DevTools is still starting.
const LOG = "import('./models/logs/logs.js').then((m) => m.NetworkLog.NetworkLog.instance())";
const LISTENS = `${LOG}.then(() => import('./core/sdk/sdk.js')).then(({ TargetManager, NetworkManager }) =>
  TargetManager.TargetManager.instance().models(NetworkManager.NetworkManager).length > 0)`;

/** Resolves when DevTools keeps the page's requests, as it does for its Network panel. */
export const keepRequests = async (cdp: Cdp, devtools: string): Promise<void> => {
  await until('DevTools to keep requests', () => evaluate<boolean>(cdp, devtools, LISTENS));
};

/** What the Network panel's "Export HAR" writes, `sanitized` or "with sensitive data": of requests that have ended. */
export const exportHar = (cdp: Cdp, devtools: string, sanitized: boolean): Promise<string> =>
  evaluate<string>(
    cdp,
    devtools,
    `Promise.all([import('./models/har/har.js'), ${LOG}]).then(([{ Writer }, log]) => {
      const progress = { canceled: false, worked: 0, createSubProgress: () => ({ ...progress }) };
      const ended = log.requests().filter(({ finished }) => finished);
      return Writer.Writer.harStringForRequests(ended, { sanitize: ${sanitized} }, progress);
    })`,
  );
