import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.mjs'],
    maxWorkers: '100%', // one less than the cores, its default, is a single worker on a small machine
    isolate: false, // loading the SDK anew for each file took four fifths of the time; a file restores what it changes
    testTimeout: 20_000, // for tests that start processes on a busy machine
    // The SDK prints its Node-version warning when it loads: silenced before any worker imports it.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    typecheck: { enabled: true, include: ['packages/*/src/**/*.test-d.ts'], tsconfig: './tsconfig.test.json' },
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/src/testing/**'],
      reporter: ['text', 'html'],
    },
  },
});
