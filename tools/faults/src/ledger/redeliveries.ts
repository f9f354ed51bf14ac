import type { Report } from './report.js';

interface Begun {
  readonly key: string;
  readonly n: number;
  readonly at: number;
}

/** What workers were at when they died, or stood still, and when others had handled it. */
export class Redeliveries {
  readonly #begun = new Map<number, Begun[]>();
  readonly #finished = new Map<number, Map<string, number>>();
  readonly #deaths: { readonly pid: number; readonly at: number }[] = [];

  take(pid: number, { began, received }: Report): void {
    if (began === undefined || began.length === 0) {
      if (!this.#begun.has(pid)) return;
    } else {
      const own = this.#begun.get(pid) ?? [];
      this.#begun.set(pid, own);
      own.push(...began.map(([publisher, channel, n, at]) => ({ key: `${publisher} ${channel}`, n, at })));
    }
    const finished = this.#finished.get(pid) ?? new Map<string, number>();
    this.#finished.set(pid, finished);
    for (const [publisher, channel, n, , at] of received ?? []) {
      const name = `${publisher} ${channel} ${n}`;
      finished.set(name, Math.min(finished.get(name) ?? at, at));
    }
  }

  /** How many events a worker has begun and not finished. */
  atHand(pid: number): number {
    const finished = this.#finished.get(pid);
    return (this.#begun.get(pid) ?? []).filter(({ key, n }) => finished?.get(`${key} ${n}`) === undefined).length;
  }

  died(pid: number, at: number): void {
    this.#deaths.push({ pid, at });
  }

  /** For each event that was begun and not finished at a death: how long after it another worker had handled it. */
  tookMs(): readonly number[] {
    return this.#deaths.flatMap(({ pid, at }) => {
      const own = this.#finished.get(pid);
      const left = (this.#begun.get(pid) ?? []).filter(
        ({ key, n, at: begun }) => begun <= at && !((own?.get(`${key} ${n}`) ?? Number.POSITIVE_INFINITY) <= at),
      );
      const names = new Set(left.map(({ key, n }) => `${key} ${n}`));
      return [...names].flatMap((name) => {
        const times = [...this.#finished]
          .filter(([other]) => other !== pid)
          .flatMap(([, finished]) => finished.get(name) ?? [])
          .filter((finishedAt) => finishedAt > at);
        return times.length === 0 ? [] : [Math.min(...times) - at];
      });
    });
  }
}
