import { setTimeout as wait } from 'node:timers/promises';
import { type EventBus, isTidingsError, type Subscription } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import type { Arbitrary, default as fastCheck } from 'fast-check';
import { z } from 'zod';
import { comesTrue } from '../process/until.js';

/** How a worker's handler behaves. */
type Manner = 'quick' | 'publishes' | 'leaves' | 'closes';

/** What is done to a bus, and in a handler of it. */
export type DurableStep =
  | { readonly do: 'publish'; readonly count: number }
  | { readonly do: 'join'; readonly manner: Manner }
  | { readonly do: 'leave' | 'close' | 'close twice' | 'turn' };

/** Makes a bus of the world that all buses of a plan share. */
export type MakeBus = () => EventBus;

const patience = { withinMs: 30_000 };

/** Random plans. */
export function arbitraryDurablePlan(fc: typeof fastCheck): Arbitrary<DurableStep[]> {
  const publish = fc.record({ do: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 20 }) });
  const manner = fc.constantFrom<Manner>('quick', 'publishes', 'leaves', 'closes');
  const join = fc.record({ do: fc.constant('join' as const), manner });
  const other = fc.record({ do: fc.constantFrom('leave' as const, 'close' as const, 'close twice' as const) });
  const turn = fc.record({ do: fc.constant('turn' as const) });
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: publish },
      { weight: 4, arbitrary: join },
      { weight: 1, arbitrary: other },
      { weight: 4, arbitrary: turn },
    ),
    { minLength: 1, maxLength: 16 },
  );
}

/**
 * Carries a plan out on one bus, and lets another one handle what is left. What does not hold: a publish after `close()` rejects
 * with `closed`, every other one settles; closing twice is closing; nothing begins after it; whatever was accepted is handled.
 */
export async function durableViolations(plan: readonly DurableStep[], makeBus: MakeBus): Promise<readonly string[]> {
  const run = new DurableRun(makeBus());
  for (const step of plan) await run.take(step);
  return run.finish(makeBus());
}

class DurableRun {
  readonly #bus: EventBus;
  readonly #channel = defineChannel('laws.durable', z.object({ n: z.int() }), { delivery: 'durable' });
  readonly #members: Subscription[] = [];
  readonly #pending: Promise<unknown>[] = [];
  readonly #accepted = new Set<number>();
  readonly #handled = new Set<number>();
  readonly #violations: string[] = [];
  #n = 0;
  #closing = false;
  #closed = false;

  constructor(bus: EventBus) {
    this.#bus = bus;
    // What fails here is what the plan asks for.
    bus.on('error', () => {});
  }

  async take(step: DurableStep): Promise<void> {
    if (step.do === 'publish') for (let each = 0; each < step.count; each += 1) this.#publish();
    else if (step.do === 'join') await this.#join(step.manner);
    else if (step.do === 'leave') await this.#members.shift()?.close();
    else if (step.do === 'turn') await wait(1);
    else {
      this.#close();
      if (step.do === 'close twice') this.#close();
    }
  }

  async finish(other: EventBus): Promise<readonly string[]> {
    await this.#settled(this.#pending);
    this.#close();
    await this.#settled(this.#pending);
    await other.subscribe(this.#channel, ({ data }) => this.#handled.add(data.n), { group: 'g' });
    const all = (): boolean => [...this.#accepted].every((n) => this.#handled.has(n));
    if (!(await comesTrue(all, patience))) this.#violations.push('what was accepted was not all handled');
    await other.close();
    return this.#violations;
  }

  #publish(): void {
    const n = this.#n;
    this.#n += 1;
    const afterClose = this.#closing;
    const publishing = this.#bus.publish(this.#channel, { n }).then(
      () => {
        this.#accepted.add(n);
        if (afterClose) this.#violations.push('a publish after close() resolved');
      },
      (error: unknown) => {
        const code = isTidingsError(error) ? error.code : String(error);
        if (code !== 'closed' && (afterClose || code !== 'outcome_unknown')) {
          this.#violations.push(`a publish rejected with ${code}`);
        }
        if (!this.#closing) this.#violations.push('a publish rejected before close()');
      },
    );
    this.#pending.push(publishing);
  }

  async #join(manner: Manner): Promise<void> {
    const afterClose = this.#closing;
    let own: Subscription | undefined;
    const handler = ({ data }: { readonly data: { readonly n: number } }): void => {
      if (this.#closed) this.#violations.push('a handler was called after close()');
      this.#handled.add(data.n);
      // Not what was published here, so that it ends.
      if (manner === 'publishes' && this.#n < 400) this.#publish();
      if (manner === 'leaves') void own?.close();
      if (manner === 'closes') this.#close();
    };
    try {
      own = await this.#bus.subscribe(this.#channel, handler, { group: 'g', concurrency: 2 });
      this.#members.push(own);
      if (afterClose) this.#violations.push('a subscribe after close() resolved');
    } catch (error) {
      if (!isTidingsError(error, 'closed')) this.#violations.push(`a subscribe rejected with ${String(error)}`);
    }
  }

  #close(): void {
    this.#closing = true;
    const closing = this.#bus.close().then(
      () => {
        this.#closed = true;
      },
      (error: unknown) => this.#violations.push(`close() rejected with ${String(error)}`),
    );
    this.#pending.push(closing);
  }

  async #settled(promises: readonly Promise<unknown>[]): Promise<void> {
    let open = true;
    void Promise.all(promises).then(() => {
      open = false;
    });
    if (!(await comesTrue(() => !open, patience))) this.#violations.push('a promise did not settle');
  }
}
