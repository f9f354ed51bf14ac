import { misbehavingAttempts, misbehavingConcurrency } from '../../media/durable-bus-medium.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import { mostP50Ms, ms } from '../handlers.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

/** Two more groups of one channel: the handlers of one throw, those of the other never resolve. */
export const handlers: Row = durableRow({
  name: 'handlers',
  title: 'handler throws, never resolves',
  inject: `two more groups of one channel: the handlers of one throw, those of the other never resolve (handlerTimeoutMs 200, maxAttempts ${misbehavingAttempts}, concurrency ${misbehavingConcurrency})`,
  promise: `dead-lettered after ${misbehavingAttempts} attempts, concurrency kept; the other group is not held up`,
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    const { cast } = stage;
    const workers = cast.sides.flatMap((side) => cast.members(side, 'worker'));
    // To compare with.
    await stage.lasts(1_000);
    await stage.fault(async () => {
      for (const how of ['throws', 'hangs'] as const) {
        await Promise.all(workers.map(({ child }) => child.ask('misbehave', how)));
      }
      await stage.lasts(stage.pick(2_500, 6_000));
    });
    await Promise.all(workers.map(({ child }) => child.ask('behave')));
    for (const { child } of cast.members('ours', 'worker')) {
      stage.measure('at once', (await child.ask('state')).mostAtOnce);
    }
  },
  check: ({ lost, latencyMs, durable }, { measures }) => [
    ...['handler_failed', 'handler_timeout'].flatMap((code) =>
      durable?.deadLetters[code] ? [] : [`nothing was dead-lettered as ${code}`],
    ),
    ...(durable?.attempts.every((attempts) => attempts === misbehavingAttempts)
      ? []
      : [`given up after ${durable?.attempts.join(' to ')} attempts`]),
    ...(measures['at once'] === misbehavingConcurrency ? [] : [`${measures['at once']} handlers at once`]),
    ...(lost === 0 ? [] : [`${lost} lost to the other group`]),
    ...(latencyMs.struck.p50 <= mostP50Ms ? [] : [`the other group waited ${Math.round(latencyMs.struck.p50)} ms`]),
  ],
  harm: lostOrTwice,
  tell: (ours, measures) =>
    ours === undefined
      ? ''
      : `dead-lettered: ${Object.entries(ours.durable?.deadLetters ?? {})
          .map(([code, times]) => `${times} ${code}`)
          .join(
            ', ',
          )}, each after ${[...new Set(ours.durable?.attempts)].join(' to ')} attempts; ${measures['at once'] ?? 0} at once; the other group's latency p50/p99 ${ms(ours.latencyMs.calm)} before, ${ms(ours.latencyMs.struck)} then`,
});
