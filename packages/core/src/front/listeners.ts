import type { BusEventKind, BusEventListener, BusEvents } from '../bus/bus-events.js';
import { printable } from '../errors/printable.js';
import { TidingsError } from '../errors/tidings-error.js';

type ListenerSets = { readonly [K in BusEventKind]: Set<BusEventListener<K>> };

const unheard: Partial<Record<BusEventKind, string>> = {
  gap: 'events may have been missed',
  invalid: 'an incoming event was refused',
  deadLetter: 'an event was given up and put into the dead-letter log',
  parked: 'an event was set aside, since this process is too old to read it',
};

/** Who listens to a bus. What nobody listens to is still told, on the console: errors and warnings each time, gaps and invalid events once. */
export class Listeners {
  readonly #sets: ListenerSets = {
    gap: new Set(),
    invalid: new Set(),
    deadLetter: new Set(),
    parked: new Set(),
    error: new Set(),
    status: new Set(),
    warning: new Set(),
    published: new Set(),
    delivered: new Set(),
    failed: new Set(),
    dropped: new Set(),
  };
  readonly #warned = new Set<BusEventKind>();
  #observeGap: ((gap: BusEvents['gap']) => void) | undefined;

  /** Tells the bus itself of gaps, without counting as somebody who listens. */
  observeGaps(observe: (gap: BusEvents['gap']) => void): void {
    this.#observeGap = observe;
  }

  add<K extends BusEventKind>(kind: K, listener: BusEventListener<K>): () => void {
    const set: Set<BusEventListener<K>> | undefined = this.#sets[kind];
    if (set === undefined) {
      const kinds = Object.keys(this.#sets).join(', ');
      throw new TidingsError(
        'invalid_option',
        `there is no kind ${JSON.stringify(kind)} to listen to; there are: ${kinds}`,
      );
    }
    if (typeof listener !== 'function')
      throw new TidingsError('invalid_option', `a listener to '${kind}' must be a function`);
    // Wrapped, so that adding a listener twice makes two of it, each removed by its own function.
    const own: BusEventListener<K> = (report) => listener(report);
    set.add(own);
    return () => {
      set.delete(own);
    };
  }

  has(kind: BusEventKind): boolean {
    return this.#sets[kind].size > 0;
  }

  emit<K extends BusEventKind>(kind: K, report: BusEvents[K]): void {
    const set: Set<BusEventListener<K>> = this.#sets[kind];
    if (kind === 'gap') this.#observeGap?.(report as BusEvents['gap']);
    if (set.size === 0) {
      this.#tellUnheard(kind, report);
      return;
    }
    for (const listener of [...set]) {
      try {
        const outcome: unknown = listener(report);
        // An asynchronous listener is not waited for, but what it rejects with must not end the process.
        if (outcome instanceof Promise) outcome.catch((error: unknown) => this.#listenerFailed(kind, error));
      } catch (error) {
        this.#listenerFailed(kind, error);
      }
    }
  }

  #listenerFailed(kind: BusEventKind, cause: unknown): void {
    const failure = new TidingsError('listener_failed', `a listener to '${kind}' threw`, { cause });
    if (kind === 'error') console.error(failure);
    else this.emit('error', failure);
  }

  #tellUnheard<K extends BusEventKind>(kind: K, report: BusEvents[K]): void {
    if (kind === 'error') {
      console.error(report);
      return;
    }
    if (kind === 'warning') {
      console.warn(`Tidings: ${(report as BusEvents['warning']).message}`);
      return;
    }
    const what = unheard[kind];
    if (what === undefined || this.#warned.has(kind)) return;
    this.#warned.add(kind);
    const more = `Further ones are counted only: listen with bus.on('${kind}', …).`;
    console.warn(`Tidings: ${what} (${describe(report)}). ${more}`);
  }
}

function describe(report: object): string {
  return Object.entries(report)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}: ${printable(value)}`)
    .join(', ');
}
