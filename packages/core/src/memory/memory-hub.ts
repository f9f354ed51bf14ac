import type { Frame } from '../transport/broadcast-transport.js';
import type { LogChannel } from '../transport/log-transport.js';
import { ChannelLog } from './log/channel-log.js';

/** A place in a memory transport where frames arrive. */
type Arrive = (channel: string, frame: Frame) => void;

/**
 * What several memory buses of one process have in common: what one publishes, all receive.
 *
 * @example
 * ```ts
 * const hub = new MemoryHub();
 * const orders = new MemoryBus({ hub, source: '/orders' });
 * const billing = new MemoryBus({ hub, source: '/billing' });
 * ```
 */
export class MemoryHub {
  readonly #channels = new Map<string, Set<Arrive>>();
  readonly #logs = new Map<string, ChannelLog>();
  #waiting: { readonly channel: string; readonly frame: Frame }[] = [];
  #sending = false;

  /** Has frames of a channel arrive somewhere. */
  join(channel: string, arrive: Arrive): void {
    const members = this.#channels.get(channel);
    if (members === undefined) this.#channels.set(channel, new Set([arrive]));
    else members.add(arrive);
  }

  /** Ends that. */
  leave(channel: string, arrive: Arrive): void {
    const members = this.#channels.get(channel);
    members?.delete(arrive);
    if (members?.size === 0) this.#channels.delete(channel);
  }

  /** The log of a durable channel, made at its first use. For memory buses. */
  logOf(channel: LogChannel, partitions: number): ChannelLog {
    let log = this.#logs.get(channel.name);
    if (log === undefined) {
      log = new ChannelLog(channel, partitions);
      this.#logs.set(channel.name, log);
    }
    return log;
  }

  /**
   * Has a frame arrive at every member of a channel: what a transport does, and what a test does to send something that
   * no bus would.
   */
  send(channel: string, frame: Frame): void {
    // Sent by somebody who was told of a frame: all get that frame before this one, so that order is the same for all.
    if (this.#sending) {
      this.#waiting.push({ channel, frame });
      return;
    }
    this.#sending = true;
    try {
      this.#arrive({ channel, frame });
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) this.#arrive(next);
    } finally {
      this.#sending = false;
    }
  }

  #arrive({ channel, frame }: { readonly channel: string; readonly frame: Frame }): void {
    for (const arrive of this.#channels.get(channel) ?? []) arrive(channel, frame);
  }
}
