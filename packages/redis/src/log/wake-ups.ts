import type { BroadcastTransport } from '@tidings/core/transport';
import { wakeName } from './log-keys.js';

/** What a wake-up says: something was appended, something about a group has changed, or nobody knows what was missed. */
export type WakeUp = 'entries' | 'unknown' | { readonly group: string };

type Listener = (wakeUp: WakeUp) => void;

interface Bell {
  readonly listeners: Set<Listener>;
  /** The last of what was asked of the transport, one after the other. */
  asked: Promise<void>;
  open: boolean;
}

/** Hears what is told of partitions, through the connection that the bus subscribes through anyway. */
export class WakeUps {
  readonly #broadcast: Pick<BroadcastTransport, 'subscribe' | 'unsubscribe'>;
  readonly #bells = new Map<string, Bell>();

  constructor(broadcast: Pick<BroadcastTransport, 'subscribe' | 'unsubscribe'>) {
    this.#broadcast = broadcast;
  }

  /** Resolves once nothing is missed. Rejects if the server refuses. */
  async listen(tag: number, channel: string, listener: Listener): Promise<void> {
    const name = wakeName(tag, channel);
    const bell = this.#bells.get(name) ?? { listeners: new Set(), asked: Promise.resolve(), open: false };
    this.#bells.set(name, bell);
    bell.listeners.add(listener);
    try {
      await this.#follow(name, bell);
    } catch (error) {
      bell.listeners.delete(listener);
      this.#follow(name, bell).catch(() => {});
      throw error;
    }
  }

  async unlisten(tag: number, channel: string, listener: Listener): Promise<void> {
    const name = wakeName(tag, channel);
    const bell = this.#bells.get(name);
    if (bell === undefined) return;
    bell.listeners.delete(listener);
    await this.#follow(name, bell);
  }

  /** A frame came in on a channel of ours. */
  heard(name: string, frame: Uint8Array | string): void {
    const word = typeof frame === 'string' ? frame : Buffer.from(frame).toString();
    this.#tell(name, word.startsWith('g:') ? { group: word.slice(2) } : 'entries');
  }

  /** What was told on a channel, or on all, may have been missed. */
  missed(name?: string): void {
    if (name !== undefined) this.#tell(name, 'unknown');
    else for (const each of this.#bells.keys()) this.#tell(each, 'unknown');
  }

  #tell(name: string, wakeUp: WakeUp): void {
    for (const listener of this.#bells.get(name)?.listeners ?? []) listener(wakeUp);
  }

  /** Has the channel open as long as anybody listens; the transport is asked one thing at a time. */
  #follow(name: string, bell: Bell): Promise<void> {
    const asked = bell.asked
      .catch(() => {})
      .then(async () => {
        const wanted = bell.listeners.size > 0;
        if (wanted && !bell.open) {
          await this.#broadcast.subscribe(name);
          bell.open = true;
        } else if (!wanted && bell.open) {
          bell.open = false;
          await this.#broadcast.unsubscribe(name);
        }
        if (bell.listeners.size === 0 && !bell.open && this.#bells.get(name) === bell && bell.asked === asked) {
          this.#bells.delete(name);
        }
      });
    bell.asked = asked;
    asked.catch(() => {});
    return asked;
  }
}
