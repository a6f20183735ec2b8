import { defineConfig } from 'vitest/config';

// Two workers, each with a browser: as many as the cores of the machine this must pass on. It is busy then, so polls wait as long as anything else.
export default defineConfig({
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } }, maxWorkers: 2 },
});
