import { Attendance } from './attendance.js';
import type { Book } from './book.js';
import type { Latency, SideFigures, Strike } from './figures.js';
import { lossesOf } from './losses.js';
import { percentile } from './percentile.js';
import { Publications } from './publications.js';
import { ReceivedStream } from './received-stream.js';
import type { Report, Reporter, Role } from './report.js';
import { sum } from './tallies.js';

/** Before the first strike, when everything has been used once. */
const calmMs = 500;

/** The books of one side that broadcasts. */
export class SideLedger implements Book {
  readonly #keepsTimes: boolean;
  readonly #publications = new Publications();
  readonly #attendance = new Attendance();
  /** For each subscriber, by stream. */
  readonly #received = new Map<number, Map<string, ReceivedStream>>();

  constructor(keepsTimes: boolean) {
    this.#keepsTimes = keepsTimes;
  }

  enter(reporter: Reporter): void {
    this.#attendance.enter(reporter);
    if (reporter.role === 'subscriber') this.#received.set(reporter.index, new Map());
  }

  take(reporter: Reporter, report: Report): void {
    const { index } = reporter;
    this.#publications.take(reporter, report);
    for (const [publisher, channel, n, sentAt, at] of report.received ?? []) {
      this.#receivedStream(index, `${publisher} ${channel}`).take(n, sentAt, at);
    }
    for (const [publisher, channel, count] of report.holes ?? []) {
      this.#receivedStream(index, `${publisher} ${channel}`).told.push(count);
    }
    this.#attendance.take(reporter, report);
  }

  get sent(): number {
    return this.#publications.sent;
  }

  get accepted(): number {
    return this.#publications.accepted;
  }

  get unsettled(): number {
    return this.#publications.unsettled;
  }

  get disconnects(): number {
    return this.#attendance.disconnects;
  }

  silentStreams(streams: number, since: number): number {
    return sum([...this.#received.values()].map((own) => streams - count(own, (each) => each.newestSentAt >= since)));
  }

  /** Those that lack their last event. */
  unfinishedStreams(): number {
    return sum(
      [...this.#received.values()].map((own) =>
        count(this.#publications.streams, ({ last }, key) => (own.get(key)?.highest ?? -1) < last),
      ),
    );
  }

  problemsOf(role: Role, since: number): readonly string[] {
    return this.#attendance.problemsOf(role, since);
  }

  figures(strikes: readonly Strike[]): SideFigures {
    const losses = [...this.#received.values()].flatMap((own) =>
      [...this.#publications.streams].map(([key, { states }]) => {
        const { times, told } = own.get(key) ?? { times: [], told: [] };
        return lossesOf({ states, received: times, told });
      }),
    );
    const streams = [...this.#received.values()].flatMap((own) => [...own.values()]);
    const gaps = this.#attendance.incidents('gap');
    const last = strikes.at(-1);
    const first = strikes[0]?.from ?? Number.POSITIVE_INFINITY;
    return {
      ...this.#publications.figures(strikes),
      received: sum(streams.map(({ received }) => received)),
      lost: sum(losses.map(({ lost }) => lost)),
      reported: sum(losses.map(({ reported }) => reported)),
      silent: sum(losses.map(({ silent }) => silent)),
      invented: sum(losses.map(({ invented }) => invented)),
      contradicted: sum(losses.map(({ contradicted }) => contradicted)),
      duplicates: sum(streams.map(({ duplicates }) => duplicates)),
      outOfOrder: sum(streams.map(({ outOfOrder }) => outOfOrder)),
      holeReports: sum(streams.map(({ told }) => told.length)),
      reconnectReports: gaps.filter(({ reason }) => reason === 'reconnect').length,
      overflowReports: gaps.filter(({ reason }) => reason === 'overflow').length,
      latencyMs: {
        calm: latency(streams.flatMap((stream) => stream.latencies(first - calmMs, first))),
        struck: latency(streams.flatMap((stream) => strikes.flatMap(({ from, to }) => stream.latencies(from, to)))),
      },
      backMs: strikes.flatMap((strike) => this.#back(strike)),
      stillDeaf: last === undefined ? 0 : this.#received.size - this.#back(last).length,
      ...this.#attendance.figures(strikes),
    };
  }

  /** For each subscriber that heard again on every channel it had heard: when, counted from the end of the fault. */
  #back({ to }: Strike): readonly number[] {
    return [...this.#received.values()].flatMap((own) => {
      const flowed = [...own.values()].map((stream) => stream.flowedAt(to));
      const all = flowed.filter((at) => at !== undefined);
      return all.length === 0 || all.length < flowed.length ? [] : [Math.max(...all) - to];
    });
  }

  #receivedStream(subscriber: number, key: string): ReceivedStream {
    const own = this.#received.get(subscriber) ?? new Map<string, ReceivedStream>();
    this.#received.set(subscriber, own);
    let stream = own.get(key);
    if (stream === undefined) {
      stream = new ReceivedStream(this.#keepsTimes);
      own.set(key, stream);
    }
    return stream;
  }
}

/** How long most took, and nearly all. */
export function latency(tookMs: readonly number[]): Latency {
  return { p50: percentile(tookMs, 50), p99: percentile(tookMs, 99) };
}

function count<T>(all: ReadonlyMap<string, T>, holds: (each: T, key: string) => boolean): number {
  let total = 0;
  for (const [key, each] of all) if (holds(each, key)) total += 1;
  return total;
}
