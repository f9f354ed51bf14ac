import { expect, test } from 'vitest';
import { sentAtOf } from '../events/note.js';
import { notes } from '../events/note-load.js';
import { nowMs } from './clock.js';
import type { BroadcastPublisher } from './contender.js';
import { drive } from './drive.js';
import type { Shape } from './task.js';

test.for<[Shape, number]>([
  [{ kind: 'burst', size: 1 }, 1],
  [{ kind: 'burst', size: 8 }, 8],
  [{ kind: 'callers', count: 20 }, 20],
])('%o has %i events on their way at most, and awaits all', async ([shape, together]) => {
  const publisher = new RecordingPublisher();
  const sent = await drive(publisher, notes, shape, { next: 0 }, 30);
  expect(sent).toBe(publisher.published.length);
  expect(publisher).toMatchObject({ underWay: 0, most: together });
  expect(new Set(publisher.published.map((data) => JSON.stringify(data))).size).toBe(sent);
});

test('publishes at an even rate, whatever becomes of it, and says when', async () => {
  const publisher = new RecordingPublisher();
  const begun = nowMs() * 1_000;
  const sent = await drive(publisher, notes, { kind: 'rate', perSecond: 500 }, { next: 0 }, 100);
  expect(sent).toBe(50);
  const times = publisher.published.map(sentAtOf);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(begun);
});

class RecordingPublisher implements BroadcastPublisher {
  readonly published: object[] = [];
  underWay = 0;
  most = 0;

  async publish({ data }: { readonly data: object }): Promise<void> {
    this.published.push(data);
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    await new Promise(setImmediate);
    this.underWay -= 1;
  }

  async close(): Promise<void> {}
}
