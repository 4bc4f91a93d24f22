import type { SecondTab } from './browser.ts';
import { showPanel } from './firefox-panel.ts';
import type { Marionette } from './marionette.ts';

/** The panel that is driven stands in a variable of the browser's window: the first tab's is put back after each use. */
const swap = (marionette: Marionette, to: 'First' | 'Second'): Promise<void> =>
  marionette.chrome(
    `const window = Services.wm.getMostRecentWindow('navigator:browser');
    const from = args[0] === 'First' ? 'corsLensSecond' : 'corsLensFirst';
    window[from] = window.corsLensPanel;
    window.corsLensPanel = window['corsLens' + args[0]];`,
    to,
  );

/** Another tab of the same window, in front of the first one from now on. */
export async function openSecondTab(marionette: Marionette, url: string, extensionId: string): Promise<SecondTab> {
  const inContent = <T>(command: string, parameters = {}): Promise<T> =>
    marionette.inContext('content', () => marionette.send<T>(command, parameters));
  const own = await inContent<{ value: string }>('WebDriver:GetWindowHandle');
  const { handle } = await inContent<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true });
  const to = (tab: string): Promise<unknown> =>
    inContent('WebDriver:SwitchToWindow', { handle: tab, focus: tab === handle });
  await to(handle);
  await inContent('WebDriver:Navigate', { url });
  await to(own.value);
  return {
    async openPanel() {
      await swap(marionette, 'Second');
      const panel = await showPanel(marionette, extensionId);
      await swap(marionette, 'First');
      return {
        async evaluate(expression) {
          await swap(marionette, 'Second');
          try {
            return await panel.evaluate(expression);
          } finally {
            await swap(marionette, 'First');
          }
        },
      };
    },
    async evaluateInPage(expression) {
      await to(handle);
      try {
        return await marionette.content(`return (${expression});`);
      } finally {
        await to(own.value);
      }
    },
    async close() {
      await to(handle);
      await inContent('WebDriver:CloseWindow');
      await to(own.value);
    },
  };
}
