import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@tidings/setup/test-servers';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { test } from 'vitest';

const page = fileURLToPath(new URL('../fixtures/browser-page.ts', import.meta.url));
const browser = findChromium();

// Set-up says why there is none where it could not bring one; the test is then listed as skipped.
test.skipIf(browser === undefined)(
  'the memory bus and a generated client run in a real browser',
  async () => {
    const bundle = await build({
      entryPoints: [page],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    const running = await chromium.launch({
      executablePath: browser as string,
      args: ['--no-sandbox', '--disable-quic'],
    });
    try {
      const tab = await running.newPage();
      const problems: string[] = [];
      tab.on('pageerror', (error) => problems.push(error.message));
      tab.on('console', (message) => problems.push(message.text()));
      await tab.setContent('<!doctype html><title>Tidings</title>');
      await tab.addScriptTag({ type: 'module', content: bundle.outputFiles[0]?.text ?? '' });
      const report = await tab.waitForFunction(() => (globalThis as { report?: unknown }).report);
      assert.deepEqual(await report.jsonValue(), {
        published: 3,
        handled: ['one', 'two', 'three'],
        iterated: ['one', 'two', 'three'],
        dates: true,
        refused: 'invalid_payload',
        status: 'closed',
      });
      assert.deepEqual(problems, []);
    } finally {
      await running.close();
    }
  },
  60_000,
);
