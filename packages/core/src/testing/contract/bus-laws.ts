import assert from 'node:assert/strict';
import { isTidingsError } from '../../errors/tidings-error.js';
import { eventually } from '../eventually.js';
import type { CreateBus } from './bus-features.js';
import { BusUnderTest, Receiver, type Sent } from './law-model.js';
import type { Manner, Step } from './plan-step.js';
import { type Sample, type SampleChannel, sampleChannel } from './sample-channel.js';

/** Where a plan is carried out. */
export interface LawOptions {
  /** How many buses share the medium. */
  readonly buses: number;
  /**
   * Whether the medium is this process: then whoever has called subscribe() receives, and what is published has arrived.
   * Otherwise only whoever's subscribe() has resolved is sure to.
   */
  readonly atOnce: boolean;
  /** How long to wait for what has to come, in milliseconds. Default 45,000. */
  readonly patienceMs?: number;
}

let worlds = 0;

/**
 * Carries a plan out and holds the bus to its laws: whoever is subscribed when an event is published receives it exactly
 * once, in order per publisher and channel; whoever is not never does; nothing begins after the end of a subscription or
 * a bus; handlers keep to their concurrency; everything settles, nothing is left over, and nothing is reported but what
 * handlers threw.
 */
export async function keepBusLaws(plan: readonly Step[], createBus: CreateBus, options: LawOptions): Promise<void> {
  worlds += 1;
  const run = new PlanRun(`laws${worlds}`, createBus, options);
  try {
    for (const step of plan) await run.take(step);
    await run.finish();
  } finally {
    await run.close();
  }
}

class PlanRun {
  readonly #options: LawOptions;
  readonly #buses: readonly BusUnderTest[];
  readonly #channels: readonly SampleChannel[];
  readonly #receivers: Receiver[] = [];
  readonly #sent: Sent[] = [];
  readonly #pending: Promise<unknown>[] = [];
  readonly #violations: string[] = [];

  constructor(world: string, createBus: CreateBus, options: LawOptions) {
    this.#options = options;
    this.#buses = Array.from(
      { length: options.buses },
      (_, number) => new BusUnderTest(number, createBus(world, { source: `/${number}` })),
    );
    this.#channels = ['one', 'two'].map((word) => sampleChannel(`${world}.${word}`));
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'publish':
        return this.#publish(this.#bus(step.bus), step.channel, step.count);
      case 'subscribe':
        return this.#subscribe(this.#bus(step.bus), step.channels, step.manner, step.concurrency);
      case 'stream':
        return this.#stream(this.#bus(step.bus), step.channels);
      case 'unsubscribe':
        return this.#unsubscribe(this.#bus(step.bus), step.channel, step.receiver);
      case 'end':
        return this.#end(step.receiver);
      case 'close':
        return this.#close(this.#bus(step.bus), step.drain);
      case 'wait':
        if (step.for === 'microtask') await Promise.resolve();
        else if (step.for === 'turn') await new Promise((resolve) => setImmediate(resolve));
        else await this.#quiet();
    }
  }

  /** Waits until everybody has what they must have, closes the buses, and looks at what is left. */
  async finish(): Promise<void> {
    await this.#quiet();
    await eventually(() => {
      for (const { bus, began, failures, accepted } of this.#buses) {
        const { published, delivered, failed } = bus.health().totals;
        assert.deepEqual([published, delivered + failed, failed], [accepted, began, failures]);
      }
    });
    for (const at of this.#buses) this.#close(at, true);
    await Promise.all(this.#pending);
    for (const receiver of this.#receivers) this.#checkOrder(receiver);
    assert.deepEqual([...this.#violations, ...this.#buses.flatMap(({ problems }) => problems)], []);
  }

  async close(): Promise<void> {
    await Promise.all(this.#buses.map(({ bus }) => bus.close({ timeoutMs: 5_000 })));
  }

  #bus(number: number): BusUnderTest {
    return this.#buses[number % this.#buses.length] as BusUnderTest;
  }

  #channel(number: number): SampleChannel {
    return this.#channels[number % this.#channels.length] as SampleChannel;
  }

  #publish(by: BusUnderTest, channel: number, count: number): void {
    const sent = Array.from({ length: count }, () => this.#send(by, channel));
    const data = sent.map(({ n }) => ({ n }));
    const { bus } = by;
    const target = this.#channel(channel);
    const publishing = count === 1 ? bus.publish(target, data[0] as Sample) : bus.publishMany(target, data);
    const refused = by.closing !== undefined;
    this.#pending.push(
      publishing.then(
        () => {
          by.accepted += count;
          for (const each of sent) each.settled = true;
          if (refused) this.#violations.push(`${sent[0]?.n} was accepted by a closed bus`);
        },
        (error: unknown) => {
          for (const { must, may } of sent) for (const who of [must, may]) who.clear();
          if (!refused || !isTidingsError(error, 'closed')) this.#violations.push(`publish rejected: ${error}`);
        },
      ),
    );
  }

  #send(by: BusUnderTest, channel: number): Sent {
    const concerned = this.#receivers.filter(({ channels }) => channels.has(channel));
    const sure = concerned.filter(({ at, ready }) => at.closing === undefined && (ready || this.#options.atOnce));
    const sent: Sent = {
      n: this.#sent.length,
      by,
      channel,
      must: new Set(sure),
      may: new Set(concerned),
      settled: false,
    };
    this.#sent.push(sent);
    return sent;
  }

  #subscribe(at: BusUnderTest, channels: readonly number[], manner: Manner, concurrency: number): void {
    if (at.closing !== undefined) return;
    const receiver = new Receiver(at, 'handler', channels);
    let running = 0;
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      at.began += 1;
      running += 1;
      if (running > concurrency) this.#violations.push(`${running} at once, where ${concurrency} are allowed`);
      this.#receive(receiver, n);
      try {
        await this.#behave(receiver, manner, n);
      } finally {
        running -= 1;
      }
    };
    const quick = ({ data: { n } }: { readonly data: Sample }): void => {
      at.began += 1;
      this.#receive(receiver, n);
    };
    receiver.handler = manner === 'quick' ? quick : handler;
    this.#enter(receiver);
    const subscribing = at.bus.subscribe(
      channels.map((channel) => this.#channel(channel)),
      receiver.handler,
      { concurrency },
    );
    this.#pending.push(
      subscribing.then(
        (subscription) => {
          receiver.subscription = subscription;
          receiver.ready = true;
        },
        (error: unknown) => {
          if (at.closing === undefined) this.#violations.push(`subscribe rejected: ${error}`);
        },
      ),
    );
  }

  #enter(receiver: Receiver): void {
    this.#receivers.push(receiver);
    if (this.#options.atOnce) return;
    for (const { channel, may, settled } of this.#sent) {
      if (!receiver.channels.has(channel)) continue;
      // What is still under way may come to it; where the channel was open already, also what was accepted before.
      if (!settled || receiver.at.opened.has(channel)) may.add(receiver);
    }
    for (const channel of receiver.channels) receiver.at.opened.add(channel);
  }

  async #behave(receiver: Receiver, manner: Manner, n: number): Promise<void> {
    switch (manner) {
      case 'quick':
        return;
      case 'slow':
        for (let turn = 0; turn < n % 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return;
      case 'throws':
        throw new Error('on purpose');
      case 'rejects':
        await Promise.resolve();
        throw new Error('on purpose');
      case 'publishes':
        // Once for each event that no handler published, so that it comes to an end.
        if (n % 3 === 0 && this.#sent.length < 2_000)
          this.#publish(receiver.at, ((this.#sent[n]?.channel ?? 0) + 1) % 2, 1);
        return;
      case 'leaves':
        this.#left(receiver, [...receiver.channels]);
        if (receiver.subscription !== undefined) await receiver.subscription.close();
        else await this.#unsubscribeAll(receiver);
    }
  }

  async #unsubscribeAll({ at, handler }: Receiver): Promise<void> {
    if (handler === undefined) return;
    await Promise.all(this.#channels.map((channel) => at.bus.unsubscribe(channel, handler)));
  }

  #stream(at: BusUnderTest, channels: readonly number[]): void {
    if (at.closing !== undefined) return;
    const receiver = new Receiver(at, 'stream', channels);
    const own = channels.map((channel) => this.#channel(channel));
    const stream = at.bus.events(own, { maxBuffered: 100_000 });
    receiver.stream = stream;
    this.#enter(receiver);
    const read = async (): Promise<void> => {
      for await (const event of stream) {
        at.began += 1;
        this.#receive(receiver, event.data.n);
      }
    };
    this.#pending.push(
      stream.ready.then(
        () => {
          receiver.ready = true;
        },
        (error: unknown) => {
          if (!isTidingsError(error, 'closed')) this.#violations.push(`ready rejected: ${error}`);
        },
      ),
      read().catch((error: unknown) => {
        this.#violations.push(`the loop threw: ${error}`);
      }),
    );
  }

  #unsubscribe({ bus, number }: BusUnderTest, channel: number, of: number | undefined): void {
    const here = this.#receivers.filter(({ at, channels }) => at.number === number && channels.has(channel));
    const handlers = here.filter(({ kind }) => kind === 'handler');
    const chosen = of === undefined ? undefined : handlers[of % Math.max(1, handlers.length)];
    if (of !== undefined && chosen?.handler === undefined) return;
    for (const receiver of chosen === undefined ? here : [chosen]) this.#left(receiver, [channel]);
    this.#pending.push(bus.unsubscribe(this.#channel(channel), chosen?.handler));
  }

  #end(number: number): void {
    const receiver = this.#receivers[number % Math.max(1, this.#receivers.length)];
    const ending = receiver?.subscription ?? receiver?.stream;
    if (receiver === undefined || ending === undefined) return;
    this.#left(receiver, [...receiver.channels]);
    this.#pending.push(ending.close());
  }

  #close(at: BusUnderTest, drain: boolean): void {
    if (at.closing !== undefined) return;
    const here = this.#receivers.filter((receiver) => receiver.at === at);
    if (!drain) for (const receiver of here) this.#left(receiver, [...receiver.channels]);
    // What is still under way when a bus closes does not reach it.
    if (!this.#options.atOnce) for (const { must } of this.#sent) for (const receiver of here) must.delete(receiver);
    at.closing = at.bus.close({ drain, timeoutMs: 5_000 }).then(() => {
      at.closed = true;
    });
    this.#pending.push(at.closing);
  }

  /** A receiver has no claim any more to what it has not begun. */
  #left(receiver: Receiver, channels: readonly number[]): void {
    for (const channel of channels) {
      receiver.channels.delete(channel);
      for (const sent of this.#sent) if (sent.channel === channel) sent.must.delete(receiver);
    }
  }

  #receive(receiver: Receiver, n: number): void {
    const sent = this.#sent[n];
    const problem = sent?.may.has(receiver) ? this.#problemWith(receiver, sent) : 'which is not for it';
    if (problem !== undefined) {
      this.#violations.push(`${receiver.kind} ${this.#receivers.indexOf(receiver)} received ${n} ${problem}`);
    }
    receiver.received.add(n);
    sent?.must.delete(receiver);
  }

  #problemWith({ kind, at, channels, received }: Receiver, sent: Sent): string | undefined {
    if (received.has(sent.n)) return 'twice';
    // A loop is a moment behind its stream: what it was handed before the end may be seen after it.
    if (kind === 'stream') return undefined;
    if (!channels.has(sent.channel)) return 'after its end';
    return at.closed ? 'after close() had resolved' : undefined;
  }

  #quiet(): Promise<void> {
    return eventually(
      () => {
        const missing = this.#sent.flatMap(({ n, must }) => [...must].map((who) => `${who.kind} lacks ${n}`));
        assert.deepEqual(missing, []);
        for (const { bus } of this.#buses) {
          const { running, queued, outgoing } = bus.health();
          assert.deepEqual({ running, queued, outgoing }, { running: 0, queued: 0, outgoing: 0 });
        }
      },
      { everyMs: 1, timeoutMs: this.#options.patienceMs ?? 45_000 },
    );
  }

  #checkOrder(receiver: Receiver): void {
    const last = new Map<string, number>();
    for (const n of receiver.received) {
      const sent = this.#sent[n];
      const from = `${sent?.by.number} ${sent?.channel}`;
      if (n < (last.get(from) ?? -1)) this.#violations.push(`${receiver.kind} received ${n} after ${last.get(from)}`);
      last.set(from, n);
    }
  }
}
