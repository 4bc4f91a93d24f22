import type { BrowserVerdict } from './browser.ts';
import type { Marionette } from './marionette.ts';

interface ConsoleLine {
  readonly category: string;
  readonly message: string;
  readonly at: number;
}

/** Listens to Firefox's console for what it says of CORS, from every process. */
export const listenToConsole = (marionette: Marionette): Promise<void> =>
  marionette.chrome(`
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    window.corsLensConsole = { lines: [], observe(message) {
      // Warnings (of what will be refused one day) blame nothing.
      const blames = message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag);
      if (blames && /^CORS/.test(message.category))
        this.lines.push({ category: message.category, message: message.errorMessage, at: message.timeStamp });
    } };
    Services.console.registerListener(window.corsLensConsole);`);

export async function consoleVerdicts(marionette: Marionette): Promise<readonly BrowserVerdict[]> {
  const lines = await marionette.chrome<readonly ConsoleLine[]>(
    `return Services.wm.getMostRecentWindow('navigator:browser').corsLensConsole.lines;`,
  );
  return lines.map(verdictOfLine);
}

export const forgetConsole = (marionette: Marionette): Promise<void> =>
  marionette.chrome(`Services.wm.getMostRecentWindow('navigator:browser').corsLensConsole.lines = [];`);

/** The category carries a revision digit (`CORSMissingAllowOrigin2`); the sentence names the URL and is translated. */
export function verdictOfLine({ category, message, at }: ConsoleLine): BrowserVerdict {
  const url = /\b[a-z][a-z+.-]*:[^\s]+?(?=[’”"»]?[.。]?\s?[(（])/.exec(message)?.[0];
  return {
    urls: url === undefined ? [] : [url],
    method: null,
    code: category.replace(/\d+$/, ''),
    detail: message,
    error: null,
    canceled: false,
    at,
  };
}
