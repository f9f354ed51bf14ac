import type { SideFigures, Strike } from './figures.js';
import { PublishedStream } from './published-stream.js';
import type { Report, Reporter } from './report.js';
import { sum } from './tallies.js';

/** The shortest stretch of time in which it is counted what was offered: a kill itself takes none. */
export const leastWindowMs = 1_500;

/** What one side published, and what became of each publish. */
export class Publications {
  /** By publisher and channel. */
  readonly streams: Map<string, PublishedStream> = new Map();
  readonly #outcomes = new Map<string, number>();
  #sent = 0;
  #settled = 0;
  #longestSettleMs = 0;

  take({ index }: Reporter, { sent, settled }: Report): void {
    for (const [channel, n, at] of sent ?? []) {
      this.#sent += 1;
      this.#stream(`${index} ${channel}`).sent(n, at);
    }
    for (const [channel, n, outcome, tookMs] of settled ?? []) {
      this.#settled += 1;
      this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
      this.#longestSettleMs = Math.max(this.#longestSettleMs, tookMs);
      this.#stream(`${index} ${channel}`).settled(n, outcome);
    }
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

  /** What there is to tell of it. */
  figures(
    strikes: readonly Strike[],
  ): Pick<
    SideFigures,
    'offeredPerSecond' | 'published' | 'accepted' | 'unknown' | 'notSent' | 'unsettled' | 'longestSettleMs'
  > {
    const { accepted = 0, outcome_unknown: unknown = 0, ...notSent } = Object.fromEntries(this.#outcomes);
    return {
      offeredPerSecond: this.#offered(strikes),
      published: this.#sent,
      accepted,
      unknown,
      notSent,
      unsettled: this.unsettled,
      longestSettleMs: this.#longestSettleMs,
    };
  }

  #offered(strikes: readonly Strike[]): number {
    const windows = strikes.map(({ from, to }) => ({ from, to: Math.max(to, from + leastWindowMs) }));
    const offered = windows.map(({ from, to }) =>
      sum([...this.streams.values()].map((stream) => stream.sentBetween(from, to))),
    );
    return windows.length === 0 ? 0 : (1_000 * sum(offered)) / sum(windows.map(({ from, to }) => to - from));
  }

  #stream(key: string): PublishedStream {
    let stream = this.streams.get(key);
    if (stream === undefined) {
      stream = new PublishedStream();
      this.streams.set(key, stream);
    }
    return stream;
  }
}
