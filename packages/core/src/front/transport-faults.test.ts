import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { GapReport } from '../bus/bus-events.js';
import { defineChannel } from '../define/define-channel.js';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import { MemoryBus } from '../memory/memory-bus.js';
import { MemoryHub } from '../memory/memory-hub.js';
import { ManualClock } from '../testing/kit/manual-clock.js';
import type { BroadcastSink, BroadcastTransport } from '../transport/broadcast-transport.js';
import type { BusOptions } from './bus-options.js';
import { TransportBus } from './transport-bus.js';

const happened = defineChannel('it.happened', z.object({ n: z.int() }));

/** A transport that takes every step by hand. */
class ManualTransport implements BroadcastTransport {
  readonly gathers = true;
  readonly calls: string[] = [];
  sink: BroadcastSink | undefined;
  opening: Promise<void> | undefined;
  writable = true;
  readonly steps: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];

  open(sink: BroadcastSink): Promise<void> | undefined {
    this.sink = sink;
    return this.opening;
  }

  isWritable(): boolean {
    return this.writable;
  }

  send(): undefined {
    this.calls.push('send');
  }

  subscribe(channel: string): Promise<void> {
    return this.#step(`subscribe ${channel}`);
  }

  unsubscribe(channel: string): Promise<void> {
    return this.#step(`unsubscribe ${channel}`);
  }

  async close(): Promise<void> {
    this.calls.push('close');
  }

  #step(call: string): Promise<void> {
    this.calls.push(call);
    return new Promise((resolve, reject) => this.steps.push({ resolve, reject }));
  }
}

function busOn(
  transport: BroadcastTransport,
  options: BusOptions = {},
): { readonly bus: TransportBus; readonly errors: TidingsError[] } {
  const bus = new TransportBus(transport, options);
  const errors: TidingsError[] = [];
  bus.on('error', (error) => errors.push(error));
  return { bus, errors };
}

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isTidingsError(error) ? error.code : error),
  );

describe('a subscription on a transport that takes its time', () => {
  test('that ends in whatever microtask after the channel was opened leaves nothing open', async () => {
    for (let ticks = 0; ticks < 12; ticks += 1) {
      const transport = new ManualTransport();
      const { bus } = busOn(transport);
      const controller = new AbortController();
      const subscribing = bus.subscribe(happened, () => {}, { signal: controller.signal }).catch(() => {});
      transport.steps[0]?.resolve();
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      controller.abort();
      await new Promise((resolve) => setTimeout(resolve));
      expect(transport.calls).toEqual(['subscribe it.happened', 'unsubscribe it.happened']);
      transport.steps[1]?.resolve();
      await subscribing;
      await bus.close();
    }
  });

  test('is refused if the channel could not be opened, and nothing else is reported', async () => {
    const transport = new ManualTransport();
    const { bus, errors } = busOn(transport);
    const stream = bus.events(happened);
    const subscribing = rejection(bus.subscribe(happened, () => {}));
    transport.steps[0]?.reject(new Error('no'));
    expect(await subscribing).toBe('transport_failed');
    expect(await rejection(stream.ready)).toBe('transport_failed');
    expect(await rejection(stream.next())).toBe('transport_failed');
    expect([bus.channels(), bus.subscriberCount(happened), errors]).toEqual([[], 0, []]);
    const again = bus.subscribe(happened, () => {});
    transport.steps[1]?.resolve();
    expect((await again).closed).toBe(false);
    await bus.close();
  });

  test('is refused if the transport could not be opened, which is reported once', async () => {
    const transport = new ManualTransport();
    transport.opening = Promise.reject(new Error('no'));
    const { bus, errors } = busOn(transport);
    expect(await rejection(bus.subscribe(happened, () => {}))).toBe('transport_failed');
    expect(errors.map(({ message }) => message)).toEqual(['the bus could not be opened']);
    await bus.close();
  });

  test('is refused when the bus closes, also if the transport never answers, which is asked for nothing afterwards', async () => {
    const transport = new ManualTransport();
    let opened = (): void => {};
    transport.opening = new Promise((resolve) => {
      opened = resolve;
    });
    const { bus } = busOn(transport);
    const stream = bus.events(happened);
    const reading = stream.next();
    const subscribing = rejection(bus.subscribe(happened, () => {}));
    await bus.close();
    expect(await subscribing).toBe('closed');
    expect(await reading).toEqual({ done: true, value: undefined });
    expect(await rejection(stream.ready)).toBe('closed');
    opened();
    await new Promise((resolve) => setTimeout(resolve));
    expect(transport.calls).toEqual(['close']);
    expect(bus.status).toBe('closed');
  });

  test('that ends is let go when the bus closes, also if the transport never answers', async () => {
    const transport = new ManualTransport();
    const { bus, errors } = busOn(transport);
    const subscribing = bus.subscribe(happened, () => {});
    transport.steps[0]?.resolve();
    const subscription = await subscribing;
    const leaving = [subscription.close(), bus.unsubscribe(happened)];
    await bus.close();
    await Promise.all(leaving);
    expect([transport.calls, errors]).toEqual([['subscribe it.happened', 'unsubscribe it.happened', 'close'], []]);
  });

  test('that can not be closed in the transport is reported, and resolves', async () => {
    const transport = new ManualTransport();
    const { bus, errors } = busOn(transport);
    const subscribing = bus.subscribe(happened, () => {});
    transport.steps[0]?.resolve();
    const leaving = (await subscribing).close();
    transport.steps[1]?.reject(new Error('no'));
    await leaving;
    expect(errors.map(({ code, channel }) => [code, channel])).toEqual([['transport_failed', happened.name]]);
    expect(bus.channels()).toEqual([]);
    await bus.close();
  });

  test('knows no gap from before it came back', async () => {
    const transport = new ManualTransport();
    const { bus } = busOn(transport);
    const gaps: GapReport[] = [];
    bus.on('gap', (gap) => gaps.push(gap));
    const received: number[] = [];
    const handler = (event: { readonly data: { n: number } }): void => void received.push(event.data.n);
    const arrive = async (n: number): Promise<void> => {
      const event = { specversion: '1.0', id: `${n}`, source: '/', type: happened.name, data: { n } };
      transport.sink?.frame(
        happened.name,
        JSON.stringify({ ...event, epoch: 'e', sequence: String(n).padStart(16, '0') }),
      );
      await new Promise((resolve) => setTimeout(resolve));
    };
    const first = bus.subscribe(happened, handler);
    transport.steps[0]?.resolve();
    await first;
    await arrive(1);
    const leaving = bus.unsubscribe(happened);
    await arrive(2);
    const second = bus.subscribe(happened, handler);
    await arrive(3);
    transport.steps[1]?.resolve();
    await vi.waitFor(() => expect(transport.steps.length).toBe(3), 20_000);
    transport.steps[2]?.resolve();
    await Promise.all([leaving, second]);
    await arrive(4);
    expect([received, gaps]).toEqual([[1, 3, 4], []]);
    await bus.close();
  });
});

test('what a listener publishes while very many frames come in comes behind them, for every bus', async () => {
  const hub = new MemoryHub();
  const [bus, other] = [new MemoryBus({ hub }), new MemoryBus({ hub })];
  const [here, there]: [number[], number[]] = [[], []];
  const gaps: GapReport[] = [];
  for (const each of [bus, other]) each.on('gap', (gap) => gaps.push(gap));
  other.on('invalid', () => {});
  await bus.subscribe(happened, ({ data }) => void here.push(data.n));
  await other.subscribe(happened, ({ data }) => void there.push(data.n));
  let answered = false;
  bus.on('invalid', () => {
    if (answered) return;
    answered = true;
    for (let n = 10_000; n < 12_000; n += 1) void bus.publish(happened, { n });
  });
  hub.send(happened.name, 'nonsense');
  for (let n = 0; n < 3_000; n += 1) void bus.publish(happened, { n });
  await vi.waitFor(() => expect([here.length, there.length]).toEqual([5_000, 5_000]), 20_000);
  expect(there).toEqual(here);
  expect(gaps).toEqual([]);
  await Promise.all([bus.close(), other.close()]);
});

describe('a transport that does not answer', () => {
  test('gets so long to open a channel, and when it answers after all the channel is closed again', async () => {
    const transport = new ManualTransport();
    const clock = new ManualClock();
    const { bus, errors } = busOn(transport, { clock, subscribeTimeoutMs: 1_000 });
    const stream = bus.events(happened);
    const refusals = Promise.all([rejection(bus.subscribe(happened, () => {})), rejection(stream.ready)]);
    await clock.advance(1_000);
    expect(await refusals).toEqual(['timed_out', 'timed_out']);
    expect([bus.channels(), bus.subscriberCount(happened), errors]).toEqual([[], 0, []]);
    transport.steps[0]?.resolve();
    await clock.advance(0);
    expect(transport.calls).toEqual(['subscribe it.happened', 'unsubscribe it.happened']);
    await bus.close();
  });

  test('gets so long to close a channel, and then that is reported', async () => {
    const transport = new ManualTransport();
    const clock = new ManualClock();
    const { bus, errors } = busOn(transport, { clock, subscribeTimeoutMs: 1_000 });
    const subscribing = bus.subscribe(happened, () => {});
    transport.steps[0]?.resolve();
    const leaving = (await subscribing).close();
    await clock.advance(1_000);
    await leaving;
    expect(errors.map(({ code, channel }) => [code, channel])).toEqual([['transport_failed', 'it.happened']]);
    await bus.close();
  });
});

describe('a transport that can not be opened', () => {
  test('has what is published, before and after, refused at once, with why', async () => {
    const transport = new ManualTransport();
    let refuse: (error: Error) => void = () => {};
    transport.opening = new Promise((_, reject) => {
      refuse = reject;
    });
    const { bus, errors } = busOn(transport);
    const before = rejection(bus.publish(happened, { n: 1 }));
    const subscribing = rejection(bus.subscribe(happened, () => {}));
    refuse(new Error('no such server'));
    expect(await before).toBe('not_sent');
    expect(await subscribing).toBe('transport_failed');
    await expect(bus.publish(happened, { n: 2 })).rejects.toThrow(
      /nothing was published on 'it\.happened': the bus could not be opened/,
    );
    expect(errors.map(({ code }) => code)).toEqual(['transport_failed']);
    expect(transport.calls).toEqual([]);
    await bus.close();
    expect(await rejection(bus.publish(happened, { n: 3 }))).toBe('closed');
  });

  test('is told as any other, if it throws instead of rejecting', async () => {
    const transport = new ManualTransport();
    transport.open = () => {
      throw new Error('no such server');
    };
    const { bus, errors } = busOn(transport);
    expect(await rejection(bus.publish(happened, { n: 1 }))).toBe('not_sent');
    expect(await rejection(bus.subscribe(happened, () => {}))).toBe('transport_failed');
    expect(errors.map(({ code }) => code)).toEqual(['transport_failed']);
    await bus.close();
  });

  test('is not closed if it was never opened', async () => {
    const transport = new ManualTransport();
    await busOn(transport).bus.close();
    expect(transport.calls).toEqual([]);
  });
});

describe('a transport that is away', () => {
  const unreachable = new TidingsError('connection_failed', 'the server can not be reached (ECONNREFUSED)');

  test('holds only the channels that are not writable, and sends what waited when they are', async () => {
    const transport = new ManualTransport();
    const { bus } = busOn(transport);
    await bus.publish(happened, { n: 1 });
    transport.writable = false;
    const waiting = bus.publish(happened, { n: 2 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(transport.calls).toEqual(['send']);
    expect(bus.health()).toMatchObject({ status: 'ready', outgoing: 1 });
    transport.writable = true;
    transport.sink?.writable();
    await waiting;
    expect(transport.calls).toEqual(['send', 'send']);
  });

  test('tells what it waits for: in health, with the status, and in whatever times out meanwhile', async () => {
    const clock = new ManualClock();
    const transport = new ManualTransport();
    const { bus } = busOn(transport, { clock });
    const statuses: unknown[] = [];
    await bus.publish(happened, { n: 1 });
    bus.on('status', (change) => statuses.push(change));
    transport.writable = false;
    transport.sink?.status('reconnecting', unreachable);
    expect(bus.health()).toMatchObject({ status: 'reconnecting', healthy: false, problem: unreachable });
    const failures = Promise.all([
      bus.publish(happened, { n: 2 }).catch((error: unknown) => error),
      bus.subscribe(happened, () => {}).catch((error: unknown) => error),
    ]);
    await clock.advance(10_000);
    for (const failure of await failures) {
      expect(failure).toMatchObject({ code: 'timed_out', cause: unreachable });
      expect(String(failure)).toContain('the server can not be reached (ECONNREFUSED)');
    }
    transport.writable = true;
    transport.sink?.status('ready');
    expect(bus.health()).toMatchObject({ status: 'ready', problem: undefined });
    expect(statuses).toEqual([
      { status: 'reconnecting', previous: 'ready', problem: unreachable },
      { status: 'ready', previous: 'reconnecting' },
    ]);
  });

  test("with whileDisconnected: 'reject', rejects what waits and what comes, as not sent", async () => {
    const transport = new ManualTransport();
    const { bus } = busOn(transport, { whileDisconnected: 'reject' });
    await bus.publish(happened, { n: 1 });
    const waiting = bus.publish(happened, { n: 2 });
    transport.writable = false;
    transport.sink?.status('reconnecting', unreachable);
    expect(await rejection(waiting)).toBe('not_sent');
    await expect(bus.publish(happened, { n: 3 })).rejects.toMatchObject({ code: 'not_sent', cause: unreachable });
    expect(bus.health().outgoing).toBe(0);
    transport.writable = true;
    transport.sink?.status('ready');
    await bus.publish(happened, { n: 4 });
    expect(transport.calls).toEqual(['send', 'send']);
  });

  test("with whileDisconnected: 'reject', waits for the first opening until that is known to be in trouble", async () => {
    const transport = new ManualTransport();
    transport.opening = new Promise(() => {});
    transport.writable = false;
    const { bus } = busOn(transport, { whileDisconnected: 'reject' });
    const waiting = bus.publish(happened, { n: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(bus.health()).toMatchObject({ status: 'connecting', outgoing: 1 });
    transport.sink?.status('reconnecting', unreachable);
    expect(await rejection(waiting)).toBe('not_sent');
    expect(bus.health()).toMatchObject({ status: 'connecting', problem: unreachable });
  });

  test('warnings reach their listeners, or else the console, every one', () => {
    const transport = new ManualTransport();
    const { bus } = busOn(transport);
    void bus.publish(happened, { n: 1 });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    transport.sink?.warning('this server knows no sharded Pub/Sub');
    transport.sink?.warning('it is old, too');
    expect(warn.mock.calls).toEqual([['Tidings: this server knows no sharded Pub/Sub'], ['Tidings: it is old, too']]);
    const heard: string[] = [];
    bus.on('warning', ({ message }) => heard.push(message));
    transport.sink?.warning('again');
    expect(heard).toEqual(['again']);
    warn.mockRestore();
  });
});
