import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/*.test.ts'],
    // An install and two compiler runs in an empty project, on a cold cache.
    testTimeout: 480_000,
    hookTimeout: 480_000,
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});

export default config;
