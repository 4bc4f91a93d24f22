/** The browser's name and version from its User-Agent string; Chromium stands for every browser built on it. */
export function browserInfo(userAgent: string): { name: 'chromium' | 'firefox'; version: string } {
  const firefox = /Firefox\/([\d.]+)/.exec(userAgent);
  if (firefox) return { name: 'firefox', version: firefox[1] ?? 'unknown' };
  const chromium = /Chrome\/([\d.]+)/.exec(userAgent)?.[1];
  // Reality: Chromium freezes all but the major number to zeros here.
  return { name: 'chromium', version: chromium?.replace(/(\.0)+$/, '.0') ?? 'unknown' };
}
