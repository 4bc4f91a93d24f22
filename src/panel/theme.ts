/** The theme part of `devtools.panels` as the browsers really offer it: each has its own way to tell of a change. */
export interface ThemedPanels {
  readonly themeName?: string;
  readonly onThemeChanged?: { addListener(listener: (themeName: string) => void): void };
  readonly setThemeChangeHandler?: (handler: (themeName: string) => void) => void;
}

/** Chromium says `default` for light; what neither browser names leaves the choice to `prefers-color-scheme`. */
export function themeFor(themeName: string | undefined): 'light' | 'dark' | null {
  if (themeName === 'dark') return 'dark';
  return themeName === 'light' || themeName === 'default' ? 'light' : null;
}

const show = (themeName: string | undefined): void => {
  const theme = themeFor(themeName);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
};

/** Keeps `data-theme` of the root element as DevTools' theme is. */
export function followTheme(panels: object): void {
  const themed: ThemedPanels = panels;
  show(themed.themeName);
  if (themed.onThemeChanged) themed.onThemeChanged.addListener(show);
  else if (typeof themed.setThemeChangeHandler === 'function') themed.setThemeChangeHandler(show);
}
