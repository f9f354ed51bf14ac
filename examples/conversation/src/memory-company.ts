import { type EventBus, MemoryBus, MemoryHub } from '@tidings/core';
import type { Company, Progress } from './company.js';
import { leftoversOn } from './leftovers.js';
import type { Plan } from './plan.js';
import { publishPlans } from './publish-plans.js';
import type { WorkerName } from './record.js';
import type { Leftovers } from './totals.js';
import { transcribe } from './transcribe.js';
import type { TranscriptFolder } from './transcript-folder.js';

/** Publisher and workers in this process: three buses of one hub, one of which is closed on the way. */
export class MemoryCompany implements Company {
  readonly loss = 'closed';
  readonly #plans: readonly Plan[];
  readonly #folder: TranscriptFolder;
  readonly #progress: Progress;
  readonly #hub = new MemoryHub();
  #lost: WorkerName | undefined;
  readonly #publisher: EventBus = this.#open('publisher');
  readonly #workers: Readonly<Record<WorkerName, EventBus>> = { A: this.#open('A'), B: this.#open('B') };

  constructor(plans: readonly Plan[], folder: TranscriptFolder, progress: Progress) {
    this.#plans = plans;
    this.#folder = folder;
    this.#progress = progress;
  }

  async gather(): Promise<readonly string[]> {
    for (const name of ['A', 'B'] as const) {
      await transcribe(this.#workers[name], name, this.#folder, (id) => this.#progress.handle(id));
    }
    return ['publisher and workers in this process, on the memory bus'];
  }

  publish(): void {
    publishPlans(this.#publisher, this.#plans, (event) => this.#progress.accept(event)).then(
      () => this.#progress.end(),
      (error: unknown) => this.#progress.waiting.fail(error as Error),
    );
  }

  async lose(worker: WorkerName): Promise<void> {
    // It tells that handlers were still at work: that is what this is about.
    this.#lost = worker;
    await this.#workers[worker].close({ drain: false, timeoutMs: 0 });
  }

  async leave(): Promise<Leftovers> {
    await Promise.all(Object.values(this.#workers).map((bus) => bus.close()));
    return leftoversOn(this.#publisher);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const buses = [this.#publisher, ...Object.values(this.#workers)];
    await Promise.all(buses.map((bus) => bus.close({ drain: false, timeoutMs: 0 })));
  }

  #open(who: string): EventBus {
    const bus = new MemoryBus({ hub: this.#hub, source: `/examples/conversation/${who}` });
    bus.on('error', ({ message }) => {
      if (who !== this.#lost) console.error(`${who}: ${message}`);
    });
    return bus;
  }
}
