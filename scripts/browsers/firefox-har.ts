import { TOOLBOX } from './firefox-panel.ts';
import type { Marionette } from './marionette.ts';

/** Starts the Network panel's own recorder in the toolbox, whichever tab is shown. */
export const keepRequests = (marionette: Marionette): Promise<void> =>
  marionette.chrome(`${TOOLBOX.replace('TOOL', '{}')}
    await toolbox.getNetMonitorAPI();`);

/** What the Network panel's "Save All As HAR" writes; extensions get the same from `devtools.network.getHAR`. */
export const exportHar = (marionette: Marionette): Promise<string> =>
  marionette.chrome<string>(`${TOOLBOX.replace('TOOL', '{}')}
    const log = await (await toolbox.getNetMonitorAPI()).getHar();
    return JSON.stringify(log);`);
