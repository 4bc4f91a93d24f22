// A plugin of Stryker: leaves out all but a share of the declarations at a file's top, chosen by their place and a seed.
// Plain JavaScript, since Stryker loads it by itself.
import { createHash } from 'node:crypto';

const percent = Number(process.env.MUTATE_SAMPLE ?? 100);
const seed = process.env.MUTATE_SEED ?? '1';

/** @param {string} key */
const chance = (key) => (createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32) * 100;

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'sample',
    value: {
      /** @param {{ parentPath: { isProgram(): boolean } | null, hub: { file: { opts: { filename: string } } }, key: number }} path */
      shouldIgnore(path) {
        if (percent >= 100 || !path.parentPath?.isProgram()) return undefined;
        const file = path.hub.file.opts.filename.replaceAll('\\', '/').split('/src/').at(-1);
        return chance(`${seed} ${file} ${path.key}`) < percent ? undefined : 'not in the sample';
      },
    },
  },
];
