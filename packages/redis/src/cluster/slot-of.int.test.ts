import { startRedis } from '@tidings/test-redis';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { slotCount, slotOf } from './slot-of.js';

const server = await startRedis({ config: { 'cluster-enabled': 'yes' } });
afterAll(() => server.stop());

test('a slot is what the server says it is', async () => {
  const client = server.client();
  const brace = fc.constantFrom('{', '}', '{}', 'a', 'é', '💌', '.', '');
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: brace, maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 20, maxLength: 20 }), async (names) => {
      const slots = await Promise.all(names.map((each) => client.cluster('KEYSLOT', each)));
      expect(names.map(slotOf)).toEqual(slots);
    }),
    { numRuns: 50 },
  );
});

test('what is between braces decides', () => {
  expect(slotOf('{user1000}.following')).toBe(slotOf('{user1000}.followers'));
  expect(slotOf('foo{}{bar}')).not.toBe(slotOf('bar'));
  expect(slotOf('foo{{bar}}zap')).toBe(slotOf('{bar'));
  expect(slotOf('tidings:test.numbered')).toBeLessThan(slotCount);
});
