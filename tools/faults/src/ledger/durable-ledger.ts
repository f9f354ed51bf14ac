import { Attendance } from './attendance.js';
import type { Book } from './book.js';
import { DeliveredStream, type Ordering } from './delivered-stream.js';
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

/** The books of one side that publishes on durable channels: its workers are one group, and its readers each read all. */
export class DurableLedger implements Book {
  readonly #orderings: Orderings;
  readonly #publications = new Publications();
  readonly #attendance = new Attendance();
  readonly #redeliveries = new Redeliveries();
  readonly #group: Streams = new Map();
  readonly #readers = new Map<number, Streams>();

  constructor(orderings: Orderings) {
    this.#orderings = orderings;
  }

  enter(reporter: Reporter): void {
    this.#attendance.enter(reporter);
    if (reporter.role === 'reader') this.#readers.set(reporter.index, new Map());
  }

  take(reporter: Reporter, report: Report): void {
    this.#publications.take(reporter, report);
    const own = (reporter.role === 'reader' ? this.#readers.get(reporter.index) : undefined) ?? this.#group;
    for (const [publisher, channel, n, sentAt, at, id] of report.received ?? []) {
      streamOf(own, `${publisher} ${channel}`).take(n, sentAt, at, id);
    }
    if (reporter.role === 'worker') this.#redeliveries.take(reporter.pid, report);
    this.#attendance.take(reporter, report);
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
      this.#all().map((own) => streams - [...own.values()].filter(({ newestSentAt }) => newestSentAt >= since).length),
    );
  }

  unfinishedStreams(): number {
    const { streams } = this.#publications;
    return sum(
      this.#all().map((own) => [...streams].filter(([key, each]) => streamOf(own, key).missing(each) > 0).length),
    );
  }

  overdue(before: number): number {
    return sum([...this.#publications.streams].map(([key, each]) => streamOf(this.#group, key).missing(each, before)));
  }

  problemsOf(role: Role, since: number): readonly string[] {
    return this.#attendance.problemsOf(role, since);
  }

  figures(strikes: readonly Strike[]): SideFigures {
    const published = [...this.#publications.streams];
    const group = [...this.#group];
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
        this.#all().flatMap((own) => published.map(([key, each]) => streamOf(own, key).contradicted(each))),
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
    const readers = [...this.#readers.values()].flatMap((own) => [...own]);
    const published = [...this.#publications.streams];
    const dead = this.#attendance.incidents('dead letter');
    const failures = dead.filter(({ code }) => code.startsWith('handler_')).map(({ attempts }) => attempts);
    const told = (reason: 'trimmed' | 'reset', role: Role): readonly number[] =>
      this.#attendance.incidents('gap', role).flatMap((gap) => (gap.reason === reason ? [gap.count ?? 0] : []));
    return {
      otherIds: sum([...this.#group.values()].map(({ otherIds }) => otherIds)),
      reader: {
        received: sum(readers.map(([, { received }]) => received)),
        lost: sum(
          [...this.#readers.values()].flatMap((own) =>
            published.map(([key, each]) => streamOf(own, key).missing(each)),
          ),
        ),
        duplicates: sum(readers.map(([, { duplicates }]) => duplicates)),
        outOfOrder: sum(readers.map(([key, stream]) => stream.outOfOrder(this.#orderings.reader(channelOf(key))))),
      },
      redeliveredMs: this.#redeliveries.tookMs(),
      caughtUpMs: strikes.flatMap(({ to }) => {
        const times = [...this.#group.values()].flatMap((stream) => stream.caughtUpAt(to) ?? []);
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
  #all(): readonly Streams[] {
    return [this.#group, ...this.#readers.values()];
  }

  /** For each of them that had on every channel what was published after the fault: when, counted from its end. */
  #back({ to }: Strike): readonly number[] {
    return this.#all().flatMap((own) => {
      const flowed = [...own.values()].map((stream) => stream.flowedAt(to));
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
