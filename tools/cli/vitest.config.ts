import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    // Files share what they load: to load it for each takes longer than many of them do.
    isolate: false,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Some tests run the compiler.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});

export default config;
