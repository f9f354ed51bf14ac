import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // On a busy machine; nothing waits this long unless it fails.
    testTimeout: 180_000,
    // Rows have their own servers and processes, and are mostly waiting.
    maxConcurrency: 2,
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});

export default config;
