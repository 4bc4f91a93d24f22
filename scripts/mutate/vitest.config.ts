import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ROOMS } from './rooms.ts';

const tests = ROOMS.find(({ name }) => name === process.env.MUTATE_ROOM)?.tests ?? [];

/** Quick files first: most mutants fall at the first, and one test that fails is enough. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = ({ project, moduleId }: TestSpecification): number =>
      this.ctx.cache.getFileTestResults(`${project.name}:${moduleId.slice(project.config.root.length + 1)}`)
        ?.duration ?? 0;
    return [...files].sort((a, b) => took(a) - took(b));
  }
}

// biome-ignore lint/style/noDefaultExport: Vitest reads a default export
export default defineConfig({
  test: {
    include: tests.filter((glob) => !glob.startsWith('!')),
    exclude: tests.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
    environment: 'node',
    testTimeout: 60_000,
    setupFiles: ['scripts/mutate/setup.ts'],
    sequence: { sequencer: QuickFirst },
  },
});
