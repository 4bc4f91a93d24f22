import { later } from './later.tsx';

// What is not seen at first: dialogs, the workbench, and the recipes of all servers.
export const HandOverDialog = later(async () => (await import('./hand-over-dialog.tsx')).HandOverDialog);
export const HelpDialog = later(async () => (await import('./help-dialog.tsx')).HelpDialog);
export const SettingsDialog = later(async () => (await import('./settings-dialog.tsx')).SettingsDialog);
export const PolicyView = later(async () => (await import('./policy.tsx')).PolicyView);
export const WhatIfView = later(async () => (await import('./what-if.tsx')).WhatIfView);
export const Recipes = later(async () => (await import('./recipes.tsx')).Recipes);
