import { sampleOf } from '../sample.js';
import type { MemorySample } from './memory-series.js';
import type { LongRun } from './run-delivery.js';

/** A row of values over time. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** What a long run is looked at for: a row of values each, of the same times. The first sample is only what the next counts from. */
export function seriesOf({ publisher, subscriber, redisMb }: LongRun): readonly [Series, ...Series[]] {
  const since = (samples: readonly MemorySample[], of: (sample: MemorySample) => number): readonly number[] =>
    samples.slice(1).map(of);
  const rates = subscriber.slice(1).map(({ events, atMs }, at) => {
    const before = subscriber[at] ?? { events: 0, atMs: 0 };
    return ((events - before.events) / (atMs - before.atMs)) * 1_000;
  });
  return [
    { name: 'events a second', values: rates },
    { name: 'publisher heap', values: since(publisher, ({ heapMb }) => heapMb) },
    { name: 'publisher RSS', values: since(publisher, ({ rssMb }) => rssMb) },
    { name: 'publisher external', values: since(publisher, ({ externalMb }) => externalMb) },
    { name: 'subscriber heap', values: since(subscriber, ({ heapMb }) => heapMb) },
    { name: 'subscriber RSS', values: since(subscriber, ({ rssMb }) => rssMb) },
    { name: 'subscriber external', values: since(subscriber, ({ externalMb }) => externalMb) },
    { name: 'Redis used_memory', values: redisMb.slice(1) },
  ];
}

/** The median of the first fifth, or of the last. */
export function medianOfFifth(values: readonly number[], which: 'first' | 'last'): number {
  const count = Math.max(1, Math.round(values.length / 5));
  return sampleOf(which === 'first' ? values.slice(0, count) : values.slice(-count)).median;
}

/** No more than so many points, each the median of those that it stands for. */
export function thinned(values: readonly number[], points: number): readonly number[] {
  const many = Math.min(points, values.length);
  return Array.from({ length: many }, (_, at) => {
    const [from, to] = [at, at + 1].map((edge) => Math.floor((edge * values.length) / many));
    return sampleOf(values.slice(from, to)).median;
  });
}
