import type { DurableFigures, SideFigures } from '../ledger/figures.js';

type Counts = Readonly<Record<string, number>>;

/** The figures of several rounds as those of one: counts added up, of times and sizes the largest, of rates the least. */
export function combine(rounds: readonly SideFigures[]): SideFigures | undefined {
  if (rounds.length === 0) return undefined;
  const all = <T>(of: (round: SideFigures) => T): readonly T[] => rounds.map(of);
  const sum = (of: (round: SideFigures) => number): number => all(of).reduce((total, each) => total + each, 0);
  const largest = (of: (round: SideFigures) => number): number => Math.max(...all(of));
  return {
    offeredPerSecond: Math.min(...all((round) => round.offeredPerSecond)),
    published: sum((round) => round.published),
    accepted: sum((round) => round.accepted),
    unknown: sum((round) => round.unknown),
    notSent: addCounts(all((round) => round.notSent)),
    unsettled: sum((round) => round.unsettled),
    longestSettleMs: largest((round) => round.longestSettleMs),
    received: sum((round) => round.received),
    lost: sum((round) => round.lost),
    reported: sum((round) => round.reported),
    silent: sum((round) => round.silent),
    invented: sum((round) => round.invented),
    contradicted: sum((round) => round.contradicted),
    duplicates: sum((round) => round.duplicates),
    outOfOrder: sum((round) => round.outOfOrder),
    holeReports: sum((round) => round.holeReports),
    reconnectReports: sum((round) => round.reconnectReports),
    overflowReports: sum((round) => round.overflowReports),
    disconnects: sum((round) => round.disconnects),
    latencyMs: {
      calm: { p50: largest((round) => round.latencyMs.calm.p50), p99: largest((round) => round.latencyMs.calm.p99) },
      struck: {
        p50: largest((round) => round.latencyMs.struck.p50),
        p99: largest((round) => round.latencyMs.struck.p99),
      },
    },
    noticedMs: rounds.flatMap((round) => round.noticedMs),
    backMs: rounds.flatMap((round) => round.backMs),
    stillDeaf: sum((round) => round.stillDeaf),
    invalid: addCounts(all((round) => round.invalid)),
    errors: addCounts(all((round) => round.errors)),
    problems: [...new Set(rounds.flatMap((round) => round.problems))],
    crashes: addCounts(all((round) => round.crashes)),
    mostWaiting: largest((round) => round.mostWaiting),
    mostRssBytes: largest((round) => round.mostRssBytes),
    ...combineDurable(rounds.flatMap((round) => round.durable ?? [])),
  };
}

function combineDurable(rounds: readonly DurableFigures[]): { readonly durable?: DurableFigures } {
  if (rounds.length === 0) return {};
  const sum = (of: (round: DurableFigures) => number): number =>
    rounds.map(of).reduce((total, each) => total + each, 0);
  const attempts = rounds.flatMap((round) => round.attempts);
  return {
    durable: {
      otherIds: sum((round) => round.otherIds),
      reader: {
        received: sum(({ reader }) => reader.received),
        lost: sum(({ reader }) => reader.lost),
        duplicates: sum(({ reader }) => reader.duplicates),
        outOfOrder: sum(({ reader }) => reader.outOfOrder),
      },
      redeliveredMs: rounds.flatMap((round) => round.redeliveredMs),
      caughtUpMs: rounds.flatMap((round) => round.caughtUpMs),
      deadLetters: addCounts(rounds.map((round) => round.deadLetters)),
      attempts: attempts.length === 0 ? [] : [Math.min(...attempts), Math.max(...attempts)],
      parked: sum((round) => round.parked),
      trimmed: { group: sum(({ trimmed }) => trimmed.group), reader: sum(({ trimmed }) => trimmed.reader) },
      resets: { group: sum(({ resets }) => resets.group), reader: sum(({ resets }) => resets.reader) },
    },
  };
}

/** By name, the largest. */
export function largestOf(rounds: readonly Counts[]): Counts {
  return merge(rounds, Math.max);
}

function addCounts(rounds: readonly Counts[]): Counts {
  return merge(rounds, (a, b) => a + b);
}

function merge(rounds: readonly Counts[], both: (a: number, b: number) => number): Counts {
  const merged: Record<string, number> = {};
  for (const [name, value] of rounds.flatMap((round) => Object.entries(round))) {
    const before = merged[name];
    merged[name] = before === undefined ? value : both(before, value);
  }
  return merged;
}
