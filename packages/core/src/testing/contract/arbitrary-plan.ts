import type { Arbitrary, default as fastCheck } from 'fast-check';
import type { Step } from './plan-step.js';

/** Random plans for `keepBusLaws`. The library is handed in: whoever publishes nothing but tests has it, users have not. */
export function arbitraryPlan(fc: typeof fastCheck): Arbitrary<Step[]> {
  const bus = fc.nat(2);
  const channel = fc.nat(1);
  const channels = fc.uniqueArray(channel, { minLength: 1, maxLength: 2 });
  const receiver = fc.nat(7);
  const manner = fc.constantFrom('quick', 'slow', 'throws', 'rejects', 'publishes', 'leaves');
  const publish = fc.record({
    do: fc.constant('publish'),
    bus,
    channel,
    count: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 1, arbitrary: fc.constant(600) },
    ),
  });
  const subscribe = fc.record({
    do: fc.constant('subscribe'),
    bus,
    channels,
    manner,
    concurrency: fc.integer({ min: 1, max: 3 }),
  });
  const step: Arbitrary<Step> = fc.oneof(
    { weight: 10, arbitrary: publish as Arbitrary<Step> },
    { weight: 6, arbitrary: subscribe as Arbitrary<Step> },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('stream' as const), bus, channels }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('unsubscribe' as const),
        bus,
        channel,
        receiver: fc.option(receiver, { nil: undefined }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), receiver }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), bus, drain: fc.boolean() }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        for: fc.constantFrom('microtask' as const, 'turn' as const, 'quiet' as const),
      }),
    },
  );
  return fc.array(step, { minLength: 1, maxLength: 40 });
}
