import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from './browser.ts';

/** A quiet profile: nothing is fetched, asked or reported on its own, so that what the console shows is the page's. */
const QUIET: Readonly<Record<string, string | number | boolean>> = {
  'marionette.port': 0, // any free port; Firefox writes it into its profile
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.translations.enable': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'xpinstall.signatures.required': false,
};

/** Saves files into a folder without a question. */
const savesInto = (folder: string) => ({
  'browser.download.dir': folder,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
});

export function writeProfile(
  profile: string,
  { theme = 'light', dock = 'bottom', panelHeight, downloads }: LaunchOptions,
): void {
  const preferences = {
    ...QUIET,
    'devtools.theme': theme,
    'devtools.theme.show-auto-theme-info': false,
    'ui.systemUsesDarkTheme': theme === 'dark' ? 1 : 0,
    'devtools.toolbox.host': dock,
    ...(downloads === undefined ? {} : savesInto(downloads)),
    ...(panelHeight === undefined ? {} : { 'devtools.toolbox.footer.height': panelHeight }),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}
