import type { Duplex } from 'node:stream';

/** What a watchdog does. */
export interface WatchdogActions {
  /** Asks the server for a sign of life; undefined if that is not possible yet. */
  beat(): Promise<unknown> | undefined;
  /** Nothing was heard for so long. */
  dead(silentMs: number): void;
}

/** So many heartbeats without a byte, and the connection is dead. */
const mostSilent = 3;

/**
 * Notices that a server has gone silent: it asks for a sign of life at every heartbeat and counts those at which nothing at
 * all has come in. Counted in heartbeats of this process, not in time: when its own event loop was busy for seconds, what
 * has come in meanwhile is read before the next beat.
 */
export class Watchdog {
  readonly #everyMs: number;
  readonly #actions: WatchdogActions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #silent = 0;
  #asking = false;

  constructor(everyMs: number, actions: WatchdogActions) {
    this.#everyMs = everyMs;
    this.#actions = actions;
  }

  /** Watches a new stream; ends with `stop`. */
  watch(stream: Duplex): void {
    this.stop();
    this.#silent = 0;
    this.#asking = false;
    stream.on('data', () => {
      this.#silent = 0;
    });
    this.#timer = setInterval(() => this.#beat(), this.#everyMs);
    // The connection itself keeps the process alive.
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    if (this.#silent >= mostSilent) {
      this.stop();
      this.#actions.dead(this.#silent * this.#everyMs);
      return;
    }
    this.#silent += 1;
    if (this.#asking) return;
    const answer = this.#actions.beat();
    if (answer === undefined) return;
    this.#asking = true;
    const answered = (): void => {
      this.#asking = false;
    };
    answer.then(answered, answered);
  }
}
