import { expect, test } from 'vitest';
import type { BroadcastTransport } from '../transport/broadcast-transport.js';
import { BroadcastCarrier } from './broadcast-carrier.js';
import { resolveBusOptions } from './bus-options.js';
import { Outbox } from './outbox.js';

/** A transport that answers when it is told to, and counts how often it is asked whether it is writable. */
class CountingTransport implements BroadcastTransport {
  readonly gathers = true;
  writable = true;
  asked = 0;
  readonly answers: (() => void)[] = [];

  open(): undefined {}

  isWritable(): boolean {
    this.asked += 1;
    return this.writable;
  }

  send(): Promise<void> {
    return new Promise((resolve) => this.answers.push(resolve));
  }

  subscribe(): undefined {}

  unsubscribe(): undefined {}

  async close(): Promise<void> {}
}

const body = `{"specversion":"1.0","data":"${'x'.repeat(1_000)}"`;

function filled(transport: BroadcastTransport, channels: number): { outbox: Outbox; accepted: Promise<unknown> } {
  const options = resolveBusOptions({
    maxOutgoing: 1_000_000,
    maxInFlightBytes: 16_384,
    // Whatever a busy machine takes.
    publishTimeoutMs: Number.POSITIVE_INFINITY,
  });
  const outbox = new Outbox(
    new BroadcastCarrier(transport, 'life', { maxEvents: 512, maxLength: 65_536 }),
    options,
    () => undefined,
  );
  const accepted = Promise.all(
    Array.from({ length: channels }, (_, at) =>
      outbox.add({ key: `c${at}`, channel: `c${at}` }, [body], () => {}, undefined),
    ),
  );
  return { outbox, accepted };
}

test('with very many channels waiting, each answer costs no more than with few', async () => {
  const transport = new CountingTransport();
  const { outbox, accepted } = filled(transport, 20_000);
  outbox.resume();
  for (let next = transport.answers.shift(); next !== undefined; next = transport.answers.shift()) {
    next();
    await Promise.resolve();
    await Promise.resolve();
  }
  await accepted;
  expect(outbox.outgoing).toBe(0);
  expect(transport.asked).toBeLessThan(3 * 20_000);
});

test('more channels than fit on the stack may be held, and are sent when they are writable', async () => {
  const transport = new CountingTransport();
  transport.writable = false;
  const { outbox } = filled(transport, 200_000);
  outbox.resume();
  expect(outbox.outgoing).toBe(200_000);
  transport.writable = true;
  outbox.resume();
  expect(transport.answers.length).toBeGreaterThan(10);
});
