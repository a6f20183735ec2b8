import { defineConfig } from 'vitest/config';

// One worker: the machine this must pass on has two cores, and a browser beside the tests.
export default defineConfig({
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
});
