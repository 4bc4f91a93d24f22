import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };
import { textOnly } from './scripts/build/text-only.ts';

type Target = 'chromium' | 'firefox';

/** `vite build --mode firefox` derives Firefox's manifest from the one source, which is Chromium's. */
function manifestFor(target: Target): ManifestV3Export {
  const common = { ...manifest, version: pkg.version };
  if (target === 'chromium') return common as ManifestV3Export;
  const { minimum_chrome_version: _, background, ...rest } = common;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'cors-lens@cors-lens.example',
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export;
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chromium';
  return {
    plugins: [textOnly(), crx({ manifest: manifestFor(target), browser: target === 'firefox' ? 'firefox' : 'chrome' })],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `dist/${target}`,
      target: target === 'firefox' ? 'firefox153' : 'chrome120',
      modulePreload: false,
      rolldownOptions: {
        input: { panel: 'src/panel/panel.html', grant: 'src/grant/grant.html' },
        output: {
          // One file for each part, so that sizes can be told by part and the devtools page loads no more than it needs.
          codeSplitting: {
            groups: [
              { name: 'engine', test: /[\\/]src[\\/](?:cors|diagnosis|exchange)[\\/]/ },
              { name: 'advice', test: /[\\/]src[\\/](?:advice[\\/](?!servers|session-rules|trial)|report[\\/])/ },
              { name: 'libraries', test: /[\\/]node_modules[\\/](?:preact|@preact|@tanstack)[\\/]/ },
            ],
          },
        },
      },
    },
  };
});
