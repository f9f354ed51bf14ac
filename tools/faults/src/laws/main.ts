import { MemoryBus, MemoryHub } from '@tidings/core';
import { arbitraryPlan, keepBusLaws, type Step } from '@tidings/core/testing/laws';
import { RedisBus } from '@tidings/redis';
import fc from 'fast-check';
import { serve } from '../process/serve.js';
import type { LawsCommands } from './commands.js';
import { arbitraryDurablePlan, durableViolations } from './durable-plan.js';

let worlds = 0;

serve<LawsCommands>({
  async keep({ url, plans, withinMs }) {
    let tried = 0;
    const property = fc.asyncProperty(arbitraryPlan(fc), fc.integer({ min: 1, max: 3 }), async (plan, buses) => {
      tried += 1;
      await inMemory(plan, buses);
      await onRedis(plan, buses, url);
    });
    const result = await fc.check(property, { numRuns: plans, interruptAfterTimeLimit: withinMs, endOnFailure: true });
    return { plans: tried, divergences: result.failed ? [fc.defaultReportMessage(result) ?? 'a plan failed'] : [] };
  },
  async keepDurable({ url, plans, withinMs }) {
    let tried = 0;
    const property = fc.asyncProperty(arbitraryDurablePlan(fc), async (plan) => {
      tried += 1;
      const hub = new MemoryHub();
      const memory = await durableViolations(plan, () => new MemoryBus({ hub }));
      const prefix = `durable${tried}:`;
      const redis = await durableViolations(plan, () => new RedisBus({ url, prefix, leaseMs: 1_000 }));
      if (memory.length > 0) throw new Error(`MemoryBus: ${memory.join('; ')}`);
      if (redis.length > 0) throw new Error(`RedisBus: ${redis.join('; ')}`);
    });
    const result = await fc.check(property, { numRuns: plans, interruptAfterTimeLimit: withinMs, endOnFailure: true });
    return { plans: tried, divergences: result.failed ? [fc.defaultReportMessage(result) ?? 'a plan failed'] : [] };
  },
});

function inMemory(plan: readonly Step[], buses: number): Promise<void> {
  const hub = new MemoryHub();
  return keepBusLaws(plan, (_world, options) => new MemoryBus({ ...options, hub }), { buses, atOnce: true });
}

function onRedis(plan: readonly Step[], buses: number, url: string): Promise<void> {
  worlds += 1;
  const prefix = `laws${worlds}:`;
  return keepBusLaws(plan, (_world, options) => new RedisBus({ ...options, url, prefix }), { buses, atOnce: false });
}
