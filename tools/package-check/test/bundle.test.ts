import { expect, test } from 'vitest';
import { bundled } from '../src/bundled.js';

// The limits are what tools/codegen/README.md says, rounded up.

test("importing one channel's function bundles one channel", async () => {
  const { contract, contractBytes, coreBytes, zodBytes, languages } = await bundled(
    "export { publishStar } from '@tidings/github'",
    'github',
  );
  const files = [...contract.keys()];
  expect(files.filter((file) => file.startsWith('channels/'))).toEqual(['channels/star.js']);
  expect(files.filter((file) => file.startsWith('generated/'))).toEqual(['generated/star.js']);
  expect(contract.get('generated/star.js')).toBeLessThan(100);
  expect(contractBytes).toBeLessThan(5_000);
  expect(coreBytes).toBeLessThan(20_000);
  expect(zodBytes).toBeLessThan(140_000);
  expect(languages).toEqual(['en.js']);
});

test('all four functions of a channel cost little more than one', async () => {
  const program = "export { publishStar, subscribeStar, unsubscribeStar, starEvents } from '@tidings/github'";
  const { contract } = await bundled(program, 'github');
  expect(contract.get('generated/star.js')).toBeLessThan(200);
});

test('the facade bundles the whole contract', async () => {
  const { contract, contractBytes } = await bundled("export { createGithubEvents } from '@tidings/github'", 'github');
  expect([...contract.keys()].filter((file) => file.startsWith('channels/'))).toHaveLength(15);
  expect(contractBytes).toBeGreaterThan(20_000);
});
