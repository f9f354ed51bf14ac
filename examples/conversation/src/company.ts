import type { Published, WorkerName } from './record.js';
import type { Leftovers } from './totals.js';
import { Waiting } from './waiting.js';

/** A publisher and two workers of one group, wherever they are. */
export interface Company extends AsyncDisposable {
  /** What is done to a worker, as a participle. */
  readonly loss: string;
  /** Has everybody come. Resolves once nothing stands in the way of publishing, with what there is to say about them. */
  gather(): Promise<readonly string[]>;
  /** Begins to publish. Does not wait. */
  publish(): void;
  /** Loses a worker, in the middle of what it does. */
  lose(worker: WorkerName): Promise<void>;
  /** Lets those who are still there finish what they are at, and leave. Resolves with what is left to do. */
  leave(): Promise<Leftovers>;
}

/** What has been told of a run so far. */
export class Progress {
  readonly waiting: Waiting = new Waiting();
  readonly published: Published[] = [];
  /** The ids of events that somebody has handled. */
  readonly handled: Set<string> = new Set();
  /** Whether all has been published. */
  complete = false;

  /** The bus has accepted an event. */
  accept(event: Published): void {
    this.published.push(event);
    this.waiting.changed();
  }

  /** A worker has handled an event. */
  handle(id: string): void {
    this.handled.add(id);
    this.waiting.changed();
  }

  /** All has been published. */
  end(): void {
    this.complete = true;
    this.waiting.changed();
  }
}
