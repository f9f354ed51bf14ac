import { arbitraryDurablePlan, arbitraryPlan, keepBusLaws, keepDurableLaws } from '@tidings/core/testing/laws';
import { RedisBus } from '@tidings/redis';
import { useRedis } from '@tidings/test-redis';
import fc from 'fast-check';
import { afterAll, test } from 'vitest';

const server = await useRedis();
afterAll(() => server.stop());

let worlds = 0;

test('whatever is done to buses, in whatever order, the laws of delivery hold on Redis', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPlan(fc), async (plan) => {
      worlds += 1;
      const prefix = `laws${worlds}:`;
      await keepBusLaws(plan, () => new RedisBus({ url: server.url, prefix }), { buses: 3, atOnce: false });
    }),
    { numRuns: 400 },
  );
});

test('and so do the laws of durable channels', { timeout: 120_000 }, async () => {
  const buses = fc.integer({ min: 1, max: 3 });
  await fc.assert(
    fc.asyncProperty(arbitraryDurablePlan(fc), buses, async (plan, count) => {
      worlds += 1;
      const prefix = `laws${worlds}:`;
      await keepDurableLaws(plan, (_world, options) => new RedisBus({ ...options, url: server.url, prefix }), {
        buses: count,
      });
    }),
    { numRuns: 200, interruptAfterTimeLimit: 20_000, endOnFailure: false },
  );
});
