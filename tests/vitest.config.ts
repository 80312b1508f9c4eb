import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    // Two at a time also where there are only two processors: the tests in a terminal mostly wait.
    maxWorkers: '100%',
  },
});
