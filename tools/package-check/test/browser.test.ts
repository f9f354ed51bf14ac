import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { eventually } from '@tidings/core/testing';
import { findChromium } from '@tidings/setup/test-servers';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { test } from 'vitest';

const program = fileURLToPath(new URL('../fixtures/browser-page.ts', import.meta.url));
const browser = findChromium();

// Set-up says why there is none where it could not bring one; the test is then listed as skipped.
test.skipIf(browser === undefined)('the memory bus and a generated client run in a real browser', async () => {
  const bundle = await build({
    entryPoints: [program],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const site = await serve(bundle.outputFiles[0]?.text ?? '');
  const running = await chromium.launch({
    executablePath: browser as string,
    args: ['--no-sandbox', '--disable-quic'],
  });
  try {
    const page = await running.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(site.url);
    const report = await eventually(async () => {
      assert.deepEqual(problems, []);
      const found: unknown = await page.evaluate(() => (globalThis as { report?: unknown }).report);
      assert.ok(found !== undefined, 'the page has not finished');
      return found;
    });
    assert.deepEqual(report, {
      published: 3,
      handled: ['one', 'two', 'three'],
      iterated: ['one', 'two', 'three'],
      dates: true,
      refused: 'invalid_payload',
      status: 'closed',
    });
  } finally {
    await running.close();
    await site.close();
  }
});

/** Serves a page with one script, on a free loopback port. */
async function serve(script: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
