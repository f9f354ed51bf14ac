import { Attendance } from './attendance.js';
import type { Book } from './book.js';
import { DeliveredStream, type Ordering } from './delivered-stream.js';
import { EventState } from './event-state.js';
import type { DurableFigures, SideFigures, Strike } from './figures.js';
import { Publications } from './publications.js';
import { Redeliveries } from './redeliveries.js';
import type { Report, Reporter, Role } from './report.js';
import { latency } from './side-ledger.js';
import { sum, tally } from './tallies.js';

/** Before the first strike, when everything has been used once. */
const calmMs = 500;

/** How events are ordered on each channel: for a group, and for a reader. */
export interface Orderings {
  group(channel: number): Ordering;
  reader(channel: number): Ordering;
}

type Streams = Map<string, DeliveredStream>;

/** What the group, or a reader, has; and how much of what was accepted it has not. Kept up to date: it is asked all the time. */
interface Receiver {
  readonly streams: Streams;
  missing: number;
}

/** The books of one side that publishes on durable channels: its workers are one group, and its readers each read all. */
export class DurableLedger implements Book {
  readonly #orderings: Orderings;
  readonly #publications = new Publications();
  readonly #attendance = new Attendance();
  readonly #redeliveries = new Redeliveries();
  readonly #group: Receiver = { streams: new Map(), missing: 0 };
  readonly #readers = new Map<number, Receiver>();

  constructor(orderings: Orderings) {
    this.#orderings = orderings;
  }

  enter(reporter: Reporter): void {
    this.#attendance.enter(reporter);
    if (reporter.role === 'reader') this.#readers.set(reporter.index, { streams: new Map(), missing: 0 });
  }

  take(reporter: Reporter, report: Report): void {
    this.#publications.take(reporter, report);
    for (const [channel, n, outcome] of report.settled ?? []) {
      if (outcome !== 'accepted') continue;
      const key = `${reporter.index} ${channel}`;
      for (const each of this.#all()) if (streamOf(each.streams, key).firstAt[n] === undefined) each.missing += 1;
    }
    const own = (reporter.role === 'reader' ? this.#readers.get(reporter.index) : undefined) ?? this.#group;
    for (const [publisher, channel, n, sentAt, at, id] of report.received ?? []) {
      const key = `${publisher} ${channel}`;
      const stream = streamOf(own.streams, key);
      const isNew = stream.firstAt[n] === undefined;
      if (isNew && this.#publications.streams.get(key)?.states[n] === EventState.accepted) own.missing -= 1;
      stream.take(n, sentAt, at, id);
    }
    if (reporter.role === 'worker') this.#redeliveries.take(reporter.pid, report);
    this.#attendance.take(reporter, report);
  }

  atHand(pid: number): number {
    return this.#redeliveries.atHand(pid);
  }

  died(pid: number, at: number): void {
    this.#redeliveries.died(pid, at);
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
    return sum(
      this.#all().map((own) => {
        let heard = 0;
        for (const { newestSentAt } of own.streams.values()) if (newestSentAt >= since) heard += 1;
        return streams - heard;
      }),
    );
  }

  /** Events, not streams: it matters whether there are any. */
  unfinishedStreams(): number {
    return sum(this.#all().map(({ missing }) => missing));
  }

  overdue(before: number): number {
    return sum(
      [...this.#publications.streams].map(([key, each]) => streamOf(this.#group.streams, key).missing(each, before)),
    );
  }

  problemsOf(role: Role, since: number): readonly string[] {
    return this.#attendance.problemsOf(role, since);
  }

  figures(strikes: readonly Strike[]): SideFigures {
    const published = [...this.#publications.streams];
    const group = [...this.#group.streams];
    const streams = group.map(([, stream]) => stream);
    const first = strikes[0]?.from ?? Number.POSITIVE_INFINITY;
    const last = strikes.at(-1);
    const lost = this.overdue(Number.POSITIVE_INFINITY);
    const durable = this.#durable(strikes);
    const told = durable.resets.group > 0 ? lost : Math.min(lost, durable.trimmed.group);
    return {
      ...this.#publications.figures(strikes),
      received: sum(streams.map(({ received }) => received)),
      lost,
      reported: told,
      silent: lost - told,
      invented: durable.resets.group > 0 ? 0 : Math.max(0, durable.trimmed.group - lost),
      contradicted: sum(
        this.#all().flatMap((own) => published.map(([key, each]) => streamOf(own.streams, key).contradicted(each))),
      ),
      duplicates: sum(streams.map(({ duplicates }) => duplicates)),
      outOfOrder: sum(group.map(([key, stream]) => stream.outOfOrder(this.#orderings.group(channelOf(key))))),
      holeReports: 0,
      reconnectReports: 0,
      overflowReports: this.#attendance.incidents('gap').filter(({ reason }) => reason === 'overflow').length,
      latencyMs: {
        calm: latency(streams.flatMap((stream) => stream.latencies(first - calmMs, first))),
        struck: latency(streams.flatMap((stream) => strikes.flatMap(({ from, to }) => stream.latencies(from, to)))),
      },
      backMs: strikes.flatMap((strike) => this.#back(strike)),
      stillDeaf: last === undefined ? 0 : this.#all().length - this.#back(last).length,
      ...this.#attendance.figures(strikes),
      durable,
    };
  }

  #durable(strikes: readonly Strike[]): DurableFigures {
    const readers = [...this.#readers.values()].flatMap((own) => [...own.streams]);
    const published = [...this.#publications.streams];
    const dead = this.#attendance.incidents('dead letter');
    const failures = dead.filter(({ code }) => code.startsWith('handler_')).map(({ attempts }) => attempts);
    const told = (reason: 'trimmed' | 'reset', role: Role): readonly number[] =>
      this.#attendance.incidents('gap', role).flatMap((gap) => (gap.reason === reason ? [gap.count ?? 0] : []));
    return {
      otherIds: sum([...this.#group.streams.values()].map(({ otherIds }) => otherIds)),
      reader: {
        received: sum(readers.map(([, { received }]) => received)),
        lost: sum(
          [...this.#readers.values()].flatMap((own) =>
            published.map(([key, each]) => streamOf(own.streams, key).missing(each)),
          ),
        ),
        duplicates: sum(readers.map(([, { duplicates }]) => duplicates)),
        outOfOrder: sum(readers.map(([key, stream]) => stream.outOfOrder(this.#orderings.reader(channelOf(key))))),
      },
      redeliveredMs: this.#redeliveries.tookMs(),
      caughtUpMs: strikes.flatMap(({ to }) => {
        const times = [...this.#group.streams.values()].flatMap((stream) => stream.caughtUpAt(to) ?? []);
        return times.length === 0 ? [] : [Math.max(0, Math.max(...times) - to)];
      }),
      deadLetters: tally(dead.map(({ code }) => code)),
      attempts: failures.length === 0 ? [] : [Math.min(...failures), Math.max(...failures)],
      parked: this.#attendance.incidents('parked').length,
      trimmed: { group: sum(told('trimmed', 'worker')), reader: sum(told('trimmed', 'reader')) },
      resets: { group: told('reset', 'worker').length, reader: told('reset', 'reader').length },
    };
  }

  /** The group, and each reader. */
  #all(): readonly Receiver[] {
    return [this.#group, ...this.#readers.values()];
  }

  /** For each of them that had on every channel what was published after the fault: when, counted from its end. */
  #back({ to }: Strike): readonly number[] {
    return this.#all().flatMap((own) => {
      const flowed = [...own.streams.values()].map((stream) => stream.flowedAt(to));
      const all = flowed.filter((at) => at !== undefined);
      return all.length === 0 || all.length < flowed.length ? [] : [Math.max(...all) - to];
    });
  }
}

function streamOf(own: Streams, key: string): DeliveredStream {
  let stream = own.get(key);
  if (stream === undefined) {
    stream = new DeliveredStream();
    own.set(key, stream);
  }
  return stream;
}

function channelOf(key: string): number {
  return Number(key.slice(key.indexOf(' ') + 1));
}
