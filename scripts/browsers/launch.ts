import type { Browser, BrowserName, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

/**
 * Starts a real browser with its own throw-away profile; close it, or end this process, and both are gone.
 * @throws Error with one clear sentence when the browser is missing or does not start
 */
export const launch = (name: BrowserName, options: LaunchOptions): Promise<Browser> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options);
