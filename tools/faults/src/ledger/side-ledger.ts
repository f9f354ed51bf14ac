import type { Latency, SideFigures, Strike } from './figures.js';
import { lossesOf } from './losses.js';
import { percentile } from './percentile.js';
import { PublishedStream } from './published-stream.js';
import { ReceivedStream } from './received-stream.js';
import type { Incident, Report, Reporter } from './report.js';

/** The shortest stretch of time in which it is counted what was offered: a kill itself takes none. */
export const leastWindowMs = 1_500;

/** Before the first strike, when everything has been used once. */
const calmMs = 500;

interface Participant {
  readonly role: Reporter['role'];
  readonly incidents: Incident[];
}

/** The books of one side. */
export class SideLedger {
  readonly #keepsTimes: boolean;
  readonly #published = new Map<string, PublishedStream>();
  /** For each subscriber, by stream. */
  readonly #received = new Map<number, Map<string, ReceivedStream>>();
  readonly #participants = new Map<string, Participant>();
  readonly #outcomes = new Map<string, number>();
  #sent = 0;
  #settled = 0;
  #longestSettleMs = 0;
  #mostWaiting = 0;
  #mostRssBytes = 0;

  constructor(keepsTimes: boolean) {
    this.#keepsTimes = keepsTimes;
  }

  /** Somebody is there. */
  enter({ role, index }: Reporter): void {
    this.#participants.set(`${role} ${index}`, { role, incidents: [] });
    if (role === 'subscriber') this.#received.set(index, new Map());
  }

  /** Keeps what somebody reports. */
  take({ role, index }: Reporter, report: Report): void {
    for (const [channel, n, at] of report.sent ?? []) {
      this.#sent += 1;
      this.#publishedStream(`${index} ${channel}`).sent(n, at);
    }
    for (const [channel, n, outcome, tookMs] of report.settled ?? []) {
      this.#settled += 1;
      this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
      this.#longestSettleMs = Math.max(this.#longestSettleMs, tookMs);
      this.#publishedStream(`${index} ${channel}`).settled(n, outcome);
    }
    for (const [publisher, channel, n, sentAt, at] of report.received ?? []) {
      this.#receivedStream(index, `${publisher} ${channel}`).take(n, sentAt, at);
    }
    for (const [publisher, channel, count] of report.holes ?? []) {
      this.#receivedStream(index, `${publisher} ${channel}`).told.push(count);
    }
    this.#participants.get(`${role} ${index}`)?.incidents.push(...(report.incidents ?? []));
    this.#mostWaiting = Math.max(this.#mostWaiting, report.vitals?.waiting ?? 0);
    this.#mostRssBytes = Math.max(this.#mostRssBytes, report.vitals?.rssBytes ?? 0);
  }

  get sent(): number {
    return this.#sent;
  }

  get accepted(): number {
    return this.#outcomes.get('accepted') ?? 0;
  }

  get unsettled(): number {
    return this.#sent - this.#settled;
  }

  get disconnects(): number {
    return this.#incidents('status').filter(({ status }) => status === 'reconnecting').length;
  }

  /** On how many of so many streams each, added up over subscribers, nothing has come that was published since then. */
  silentStreams(streams: number, since: number): number {
    return sum([...this.#received.values()].map((own) => streams - count(own, (each) => each.newestSentAt >= since)));
  }

  /** How many streams lack their last event, added up over subscribers. */
  unfinishedStreams(): number {
    return sum(
      [...this.#received.values()].map((own) =>
        count(this.#published, ({ last }, key) => (own.get(key)?.highest ?? -1) < last),
      ),
    );
  }

  /** Incidents of one kind, of everybody. */
  #incidents<K extends Incident['kind']>(kind: K): readonly Extract<Incident, { kind: K }>[] {
    return [...this.#participants.values()].flatMap(({ incidents }) => ofKind(incidents, kind));
  }

  /** The codes of problems that were told since then to those of one role. */
  problemsOf(role: Reporter['role'], since: number): readonly string[] {
    const those = [...this.#participants.values()].filter((participant) => participant.role === role);
    const statuses = those.flatMap(({ incidents }) => ofKind(incidents, 'status'));
    return statuses.flatMap(({ at, problem }) => (at >= since ? (problem ?? []) : []));
  }

  figures(strikes: readonly Strike[]): SideFigures {
    const losses = [...this.#received.values()].flatMap((own) =>
      [...this.#published].map(([key, { states }]) => {
        const { times, told } = own.get(key) ?? { times: [], told: [] };
        return lossesOf({ states, received: times, told });
      }),
    );
    const streams = [...this.#received.values()].flatMap((own) => [...own.values()]);
    const gaps = this.#incidents('gap');
    const { accepted = 0, outcome_unknown: unknown = 0, ...notSent } = Object.fromEntries(this.#outcomes);
    const last = strikes.at(-1);
    const first = strikes[0]?.from ?? Number.POSITIVE_INFINITY;
    return {
      offeredPerSecond: this.#offered(strikes),
      published: this.#sent,
      accepted,
      unknown,
      notSent,
      unsettled: this.unsettled,
      longestSettleMs: this.#longestSettleMs,
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
      disconnects: this.disconnects,
      latencyMs: {
        calm: latency(streams.flatMap((stream) => stream.latencies(first - calmMs, first))),
        struck: latency(streams.flatMap((stream) => strikes.flatMap(({ from, to }) => stream.latencies(from, to)))),
      },
      noticedMs: strikes.flatMap((strike, index) => this.#noticed(strike, strikes[index + 1])),
      backMs: strikes.flatMap((strike) => this.#back(strike)),
      stillDeaf: last === undefined ? 0 : this.#received.size - this.#back(last).length,
      invalid: tally(this.#incidents('invalid').map(({ reason }) => reason)),
      errors: tally(this.#incidents('error').map(({ code }) => code)),
      problems: [...new Set(this.#incidents('status').flatMap(({ problem }) => problem ?? []))],
      crashes: tally(this.#incidents('crash').map(({ what }) => what)),
      mostWaiting: this.#mostWaiting,
      mostRssBytes: this.#mostRssBytes,
    };
  }

  #offered(strikes: readonly Strike[]): number {
    const windows = strikes.map(({ from, to }) => ({ from, to: Math.max(to, from + leastWindowMs) }));
    const offered = windows.map(({ from, to }) =>
      sum([...this.#published.values()].map((stream) => stream.sentBetween(from, to))),
    );
    return windows.length === 0 ? 0 : (1_000 * sum(offered)) / sum(windows.map(({ from, to }) => to - from));
  }

  #noticed({ from }: Strike, next: Strike | undefined): readonly number[] {
    return [...this.#participants.values()].flatMap(({ incidents }) => {
      const statuses = ofKind(incidents, 'status');
      // Whoever was not well before has nothing to notice.
      if (statuses.findLast(({ at }) => at < from)?.status !== 'ready') return [];
      const first = statuses.find(({ status, at }) => status !== 'ready' && at >= from);
      return first === undefined || (next !== undefined && first.at >= next.from) ? [] : [first.at - from];
    });
  }

  /** For each subscriber that heard again on every channel it had heard: when, counted from the end of the fault. */
  #back({ to }: Strike): readonly number[] {
    return [...this.#received.values()].flatMap((own) => {
      const flowed = [...own.values()].map((stream) => stream.flowedAt(to));
      const all = flowed.filter((at) => at !== undefined);
      return all.length === 0 || all.length < flowed.length ? [] : [Math.max(...all) - to];
    });
  }

  #publishedStream(key: string): PublishedStream {
    let stream = this.#published.get(key);
    if (stream === undefined) {
      stream = new PublishedStream();
      this.#published.set(key, stream);
    }
    return stream;
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

function ofKind<K extends Incident['kind']>(
  incidents: readonly Incident[],
  kind: K,
): readonly Extract<Incident, { kind: K }>[] {
  return incidents.filter((each): each is Extract<Incident, { kind: K }> => each.kind === kind);
}

function latency(tookMs: readonly number[]): Latency {
  return { p50: percentile(tookMs, 50), p99: percentile(tookMs, 99) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function count<T>(all: ReadonlyMap<string, T>, holds: (each: T, key: string) => boolean): number {
  let total = 0;
  for (const [key, each] of all) if (holds(each, key)) total += 1;
  return total;
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
