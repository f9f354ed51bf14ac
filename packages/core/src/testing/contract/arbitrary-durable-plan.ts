import type { Arbitrary, default as fastCheck } from 'fast-check';
import type { DurableManner, DurableStep, LawVersion, ReadingManner } from './durable-step.js';

/** Random plans for `keepDurableLaws`. The library is handed in, as to `arbitraryPlan`. */
export function arbitraryDurablePlan(fc: typeof fastCheck): Arbitrary<DurableStep[]> {
  const bus = fc.nat(2);
  // Most of it where there is most to get wrong: with a key, and in one group.
  const channel = fc.constantFrom(0, 0, 0, 1);
  const group = fc.constantFrom(0, 0, 0, 1, 2);
  const seldom = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | undefined> =>
    fc.option(arbitrary, { nil: undefined, freq: 3 });
  // Most can read all, so that old readers do not make everything go round by way of those.
  const version: Arbitrary<LawVersion> = fc.constantFrom(2, 2, 2, 1);
  const manner: Arbitrary<DurableManner> = fc.constantFrom(
    'quick',
    'slow',
    'throws',
    'rejects',
    'hangs',
    'retries',
    'buries',
    'publishes',
    'leaves',
  );
  const reading: Arbitrary<ReadingManner> = fc.constantFrom('handler', 'unsteady handler', 'stream');
  const publish: Arbitrary<DurableStep> = fc.record({
    do: fc.constant('publish'),
    bus,
    channel,
    version: fc.constantFrom(1, 1, 2),
    key: fc.nat(3),
    count: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constant(40) },
    ),
    mixed: fc.boolean(),
    chosen: fc.option(fc.nat(2), { nil: undefined, freq: 4 }),
  });
  const join: Arbitrary<DurableStep> = fc.record({
    do: fc.constant('join'),
    bus,
    channels: fc.uniqueArray(fc.nat(1), { minLength: 1, maxLength: 2 }),
    group,
    manner,
    version,
    concurrency: fc.integer({ min: 1, max: 4 }),
    batch: seldom(fc.integer({ min: 1, max: 5 })),
    maxQueued: fc.constantFrom(1, 3, 256),
    retryMs: fc.nat(1),
  });
  const step: Arbitrary<DurableStep> = fc.oneof(
    { weight: 12, arbitrary: publish },
    { weight: 7, arbitrary: join },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('read' as const),
        bus,
        channel,
        version,
        manner: reading,
        from: fc.constantFrom('start' as const, 'new' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('resume' as const), reader: fc.nat(3), bus, manner: reading }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('leave' as const),
        member: fc.nat(7),
        by: fc.constantFrom('close' as const, 'signal' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('unsubscribe' as const), bus, channel, member: seldom(fc.nat(7)) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), bus, drain: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), bus }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('redrive' as const), bus, channel, group }) },
    {
      weight: 7,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        for: fc.constantFrom('microtask' as const, 'turn' as const, 'turn' as const, 'quiet' as const),
      }),
    },
  );
  return fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
}
