import type { BroadcastSink, Frame } from '../transport/broadcast-transport.js';
import type { BusTransport } from '../transport/bus-transport.js';
import { MemoryLog, type MemoryLogSettings } from './log/memory-log.js';
import type { MemoryHub } from './memory-hub.js';

/** Moves frames within the process, at once, and keeps events in its memory. */
export class MemoryTransport implements BusTransport {
  readonly gathers: boolean = false;
  readonly log: MemoryLog;
  readonly #hub: MemoryHub;
  readonly #joined = new Set<string>();
  #sink: BroadcastSink | undefined;

  constructor(hub: MemoryHub, settings: MemoryLogSettings) {
    this.#hub = hub;
    this.log = new MemoryLog(hub, settings);
  }

  open(sink: BroadcastSink): undefined {
    this.#sink = sink;
  }

  isWritable(): boolean {
    return true;
  }

  send(channel: string, frame: string): undefined {
    this.#hub.send(channel, frame);
  }

  subscribe(channel: string): undefined {
    this.#joined.add(channel);
    this.#hub.join(channel, this.#arrive);
  }

  unsubscribe(channel: string): undefined {
    this.#joined.delete(channel);
    this.#hub.leave(channel, this.#arrive);
  }

  close(): Promise<void> {
    for (const channel of this.#joined) this.#hub.leave(channel, this.#arrive);
    this.#joined.clear();
    this.#sink = undefined;
    this.log.close();
    return Promise.resolve();
  }

  readonly #arrive = (channel: string, frame: Frame): void => {
    this.#sink?.frame(channel, frame);
  };
}
