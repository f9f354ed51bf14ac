import { TidingsError } from '../../errors/tidings-error.js';
import { refuse } from '../../front/option-checks.js';
import type { MemoryLogSettings } from '../../memory/log/memory-log.js';
import type { MemoryHub } from '../../memory/memory-hub.js';
import { MemoryTransport } from '../../memory/memory-transport.js';
import type { BroadcastSink, Frame } from '../../transport/broadcast-transport.js';
import type { BusTransport } from '../../transport/bus-transport.js';
import type { BusFaults, FaultOptions } from './bus-faults.js';
import { FaultyLog } from './faulty-log.js';

/** What becomes of the next frames. */
export type Fate = 'drop' | 'corrupt' | TidingsError;

/** A memory transport on which things go wrong on command, and which remembers what was sent. */
export class FaultyTransport implements BusTransport, BusFaults {
  readonly gathers: boolean = false;
  readonly log: FaultyLog;
  readonly #inner: MemoryTransport;
  readonly #onSent: (channel: string, frame: string) => void;
  readonly #fates: Fate[] = [];
  #sink: BroadcastSink | undefined;
  #held: (readonly [channel: string, frame: Frame])[] | undefined;
  #away = false;

  constructor(hub: MemoryHub, settings: MemoryLogSettings, onSent: (channel: string, frame: string) => void) {
    this.#inner = new MemoryTransport(hub, settings);
    this.log = new FaultyLog(this.#inner.log, {
      fate: () => this.#fates.shift(),
      isAway: () => this.#away,
      sent: onSent,
    });
    this.#onSent = onSent;
  }

  open(sink: BroadcastSink): undefined {
    this.#sink = sink;
    this.#inner.open({ ...sink, frame: (channel, frame) => this.#arrive(channel, frame) });
  }

  isWritable(): boolean {
    return !this.#away;
  }

  send(channel: string, frame: string): Promise<void> | undefined {
    const fate = this.#fates.shift();
    if (fate instanceof TidingsError) return Promise.reject(fate);
    this.#onSent(channel, frame);
    if (fate === 'drop') return undefined;
    this.#inner.send(channel, fate === 'corrupt' ? frame.slice(0, frame.length >> 1) : frame);
    return undefined;
  }

  subscribe(channel: string): undefined {
    this.#inner.subscribe(channel);
  }

  unsubscribe(channel: string): undefined {
    this.#inner.unsubscribe(channel);
  }

  close(): Promise<void> {
    this.#sink = undefined;
    return this.#inner.close();
  }

  dropNext({ count = 1 }: FaultOptions = {}): void {
    this.#arrange('drop', count);
  }

  corruptNext({ count = 1 }: FaultOptions = {}): void {
    this.#arrange('corrupt', count);
  }

  rejectNext(code: 'not_sent' | 'outcome_unknown', { count = 1 }: FaultOptions = {}): void {
    if (code !== 'not_sent' && code !== 'outcome_unknown') {
      refuse('this call of rejectNext', ["the code must be 'not_sent' or 'outcome_unknown'"]);
    }
    this.#arrange(new TidingsError(code, `this publish was made to fail by a test (rejectNext('${code}'))`), count);
  }

  disconnect(): void {
    if (this.#away) return;
    this.#away = true;
    this.#sink?.status('reconnecting', new TidingsError('connection_failed', 'the connection was cut by a test'));
  }

  reconnect(): void {
    if (!this.#away) return;
    this.#away = false;
    this.log.back();
    this.#sink?.interrupted();
    this.#sink?.status('ready');
  }

  hold(): () => void {
    this.#held ??= [];
    return () => {
      const held = this.#held ?? [];
      this.#held = undefined;
      for (const [channel, frame] of held) this.#arrive(channel, frame);
    };
  }

  crash(): void {
    this.#away = true;
    this.log.crash();
  }

  #arrange(fate: Fate, count: number): void {
    for (let each = 0; each < count; each += 1) this.#fates.push(fate);
  }

  #arrive(channel: string, frame: Frame): void {
    if (this.#away) return;
    if (this.#held === undefined) this.#sink?.frame(channel, frame);
    else this.#held.push([channel, frame]);
  }
}
