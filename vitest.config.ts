import { defineConfig } from 'vitest/config';

// Tests run in a random order; the seed is printed, and given again with BANLI_SEED=… to repeat a run.
const seed = Number(process.env.BANLI_SEED ?? Date.now() % 1_000_000_000);
process.env.BANLI_SEED = String(seed);

/** Folders whose tests are layers of their own. */
const apart = ['infra', 'structure', 'faults', 'integration', 'region', 'browser'].map(
  (folder) => `test/${folder}/**`,
);

export default defineConfig({
  test: {
    passWithNoTests: true,
    sequence: { shuffle: { files: true, tests: true }, seed },
    setupFiles: ['test/seed.ts'],
    reporters: ['default', './test/policy/trace-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: apart,
          // These tests share no state that one could leave behind, so that all files need each module loaded but once.
          isolate: false,
          // Both processors, where the default leaves one free. Layers of unlike many workers must not run as one group.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Properties run beside a cloud and a browser on two processors.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          // Each file has a process of its own: the cloud in memory takes its clock, its network and its environment.
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts', 'test/structure/**/*.test.ts'],
          globalSetup: ['test/infra/support/global-setup.ts'],
          // The linter needs ten seconds of a processor for a stage, and may have to share it with two clouds.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          // Not a part of `npm test`: figures want a quiet machine. Against the same cloud as the integration tests.
          name: 'bench',
          include: ['test/bench/**/*.measure.ts'],
          globalSetup: ['test/integration/support/global-setup.ts'],
          fileParallelism: false,
          sequence: { shuffle: false },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/integration/support/global-setup.ts'],
          setupFiles: ['test/integration/support/forget-limits.ts'],
          // One cloud for all of them: a file may stop it, or switch its relay off.
          fileParallelism: false,
          // Longer than a message is away that a killed worker of an earlier file had in hand (six times its time limit).
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'region',
          include: ['test/region/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
});
