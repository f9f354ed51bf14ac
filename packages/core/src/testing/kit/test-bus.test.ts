import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import type { BusStatus, GapReport, InvalidReport } from '../../bus/bus-events.js';
import { isTidingsError } from '../../errors/tidings-error.js';
import { sampleChannel } from '../contract/sample-channel.js';
import { eventually } from '../eventually.js';
import { ManualClock } from './manual-clock.js';
import { TestBus } from './test-bus.js';

const happened = sampleChannel('kit.happened');

describe('TestBus', () => {
  test('records what was published, batches included, as a handler would receive it', async () => {
    await using bus = new TestBus({ source: '/kit' });
    await bus.publish(happened, { n: 1 });
    await bus.publishMany(happened, [{ n: 2 }, { n: 3 }]);
    assert.deepEqual(
      bus.published(happened).map(({ data, source }) => [data.n, source]),
      [
        [1, '/kit'],
        [2, '/kit'],
        [3, '/kit'],
      ],
    );
    bus.forget();
    assert.deepEqual(bus.published(happened), []);
  });

  test('waitFor finds what was published already, and what comes', async () => {
    await using bus = new TestBus();
    await bus.publish(happened, { n: 1 });
    assert.equal((await bus.waitFor(happened)).data.n, 1);
    const later = bus.waitFor(happened, ({ data }) => data.n === 2);
    await bus.publish(happened, { n: 2 });
    assert.equal((await later).data.n, 2);
  });

  test('waitFor looks at each event once, and after forget() only at later ones', async () => {
    await using bus = new TestBus();
    const seen: number[] = [];
    const waiting = bus.waitFor(happened, ({ data }) => {
      seen.push(data.n);
      return data.n === 5;
    });
    for (const n of [1, 2]) await bus.publish(happened, { n });
    bus.forget();
    for (const n of [3, 4, 5]) await bus.publish(happened, { n });
    await waiting;
    assert.deepEqual(seen, [1, 2, 3, 4, 5]);
  });

  test('waitFor gives up with what was published instead', async () => {
    await using bus = new TestBus();
    await bus.publish(happened, { n: 1 });
    await assert.rejects(
      bus.waitFor(happened, ({ data }) => data.n === 2, { timeoutMs: 20 }),
      /no such event was published on 'kit\.happened' within 20 ms; published were 1 on 'kit\.happened'/,
    );
  });

  test('a dropped frame is a hole, reported with its count', async () => {
    await using bus = new TestBus();
    const gaps: GapReport[] = [];
    const received: number[] = [];
    bus.on('gap', (gap) => gaps.push(gap));
    await bus.subscribe(happened, ({ data }) => received.push(data.n));
    await bus.publish(happened, { n: 1 });
    bus.faults.dropNext({ count: 2 });
    for (const n of [2, 3, 4]) await bus.publish(happened, { n });
    await eventually(() => assert.deepEqual(received, [1, 4]));
    assert.deepEqual(gaps, [{ reason: 'hole', channel: 'kit.happened', count: 2, source: '/' }]);
  });

  test('a corrupted frame is invalid, and the next one arrives', async () => {
    await using bus = new TestBus();
    const invalid: InvalidReport[] = [];
    const received: number[] = [];
    bus.on('invalid', (report) => invalid.push(report));
    bus.on('gap', () => {});
    await bus.subscribe(happened, ({ data }) => received.push(data.n));
    bus.faults.corruptNext();
    for (const n of [1, 2]) await bus.publish(happened, { n });
    await eventually(() => assert.deepEqual(received, [2]));
    assert.deepEqual(
      invalid.map(({ reason }) => reason),
      ['malformed'],
    );
  });

  test('a publish can be made to fail', async () => {
    await using bus = new TestBus();
    bus.faults.rejectNext('outcome_unknown');
    await assert.rejects(bus.publish(happened, { n: 1 }), (error) => isTidingsError(error, 'outcome_unknown'));
    await bus.publish(happened, { n: 2 });
    assert.deepEqual(
      bus.published(happened).map(({ data }) => data.n),
      [2],
    );
  });

  test('while disconnected publishes wait; after the reconnect a gap is reported and they are sent', async () => {
    await using bus = new TestBus();
    const statuses: BusStatus[] = [];
    const gaps: GapReport[] = [];
    const received: number[] = [];
    await bus.subscribe(happened, ({ data }) => received.push(data.n));
    bus.on('status', ({ status }) => statuses.push(status));
    bus.on('gap', (gap) => gaps.push(gap));
    bus.faults.disconnect();
    const waiting = bus.publish(happened, { n: 1 });
    assert.equal(bus.health().outgoing, 1);
    bus.faults.reconnect();
    await waiting;
    await eventually(() => assert.deepEqual(received, [1]));
    assert.deepEqual(statuses, ['reconnecting', 'ready']);
    assert.deepEqual(gaps, [{ reason: 'reconnect', channel: undefined, count: undefined }]);
  });

  test('a publish that waits too long rejects, and was not sent', async () => {
    const clock = new ManualClock();
    await using bus = new TestBus({ clock, publishTimeoutMs: 1_000 });
    await bus.publish(happened, { n: 1 });
    bus.faults.disconnect();
    const waiting = assert.rejects(bus.publish(happened, { n: 2 }), (error) => isTidingsError(error, 'timed_out'));
    await clock.advance(1_000);
    await waiting;
    bus.faults.reconnect();
    assert.deepEqual(
      bus.published(happened).map(({ data }) => data.n),
      [1],
    );
  });

  test('what is held arrives in order when it is let go', async () => {
    await using bus = new TestBus();
    const received: number[] = [];
    await bus.subscribe(happened, ({ data }) => received.push(data.n));
    const release = bus.faults.hold();
    for (const n of [1, 2, 3]) await bus.publish(happened, { n });
    assert.deepEqual(received, []);
    release();
    await eventually(() => assert.deepEqual(received, [1, 2, 3]));
  });
});

describe('ManualClock', () => {
  test('decides when a handler times out', async () => {
    const clock = new ManualClock();
    await using bus = new TestBus({ clock });
    const errors: string[] = [];
    const reasons: unknown[] = [];
    bus.on('error', ({ code }) => errors.push(code));
    await bus.subscribe(
      happened,
      (_event, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => reasons.push(isTidingsError(signal.reason, 'handler_timeout')));
        }),
      { handlerTimeoutMs: 60_000 },
    );
    await bus.publish(happened, { n: 1 });
    await clock.advance(59_999);
    assert.deepEqual(errors, []);
    await clock.advance(1);
    assert.deepEqual(errors, ['handler_timeout']);
    assert.deepEqual(reasons, [true]);
  });
});
