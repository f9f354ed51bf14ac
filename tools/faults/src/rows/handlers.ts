import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

/** A handler that hangs is given up after 200 ms; whoever had to wait for it would wait far longer than this. */
export const mostP50Ms = 500;

/** Of one channel's handlers one throws and another never resolves. */
export const handlers: Row = loadRow({
  name: 'handlers',
  title: 'handler throws, never resolves',
  inject: 'two more handlers of one channel: one throws at every event, one never resolves',
  promise: 'isolated',
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const subscribers = stage.cast.sides.flatMap((side) => stage.cast.members(side, 'subscriber'));
    // To compare with.
    await stage.lasts(1_000);
    await stage.fault(async () => {
      for (const how of ['throws', 'hangs'] as const) {
        await Promise.all(subscribers.map(({ child }) => child.ask('misbehave', how)));
      }
      await stage.lasts(stage.pick(1_500, 5_000));
    });
    await Promise.all(subscribers.map(({ child }) => child.ask('behave')));
  },
  check: ({ errors, lost, latencyMs }) => [
    ...['handler_failed', 'handler_timeout'].flatMap((code) => (errors[code] ? [] : [`no error event ${code}`])),
    ...(lost === 0 ? [] : [`${lost} lost to the other handlers`]),
    ...(latencyMs.struck.p50 <= mostP50Ms ? [] : [`the other handlers waited ${Math.round(latencyMs.struck.p50)} ms`]),
  ],
  harm: ({ crashes }) =>
    crashes.uncaughtException === undefined
      ? undefined
      : `${crashes.uncaughtException} uncaught exceptions, the first of which ends a process`,
  tell: (ours) =>
    ours === undefined
      ? ''
      : `other handlers' latency p50/p99 ${ms(ours.latencyMs.calm)} before, ${ms(ours.latencyMs.struck)} then`,
});

/** In a word. */
export function ms({ p50, p99 }: { readonly p50: number; readonly p99: number }): string {
  return `${p50.toFixed(1)}/${p99.toFixed(1)} ms`;
}
