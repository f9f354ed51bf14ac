import { peerBreaches, runPeers } from '@tidings/faults';
import { expect, test } from 'vitest';

test('one killed connection: others lose events and do not say so; ours reports every one', async () => {
  const results = await runPeers(1);
  expect(peerBreaches(results)).toEqual([]);
});
