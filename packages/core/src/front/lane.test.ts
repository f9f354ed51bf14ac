import { expect, test, vi } from 'vitest';
import { batchText } from '../envelope/batch-text.js';
import { numbering, openEnvelope } from '../envelope/write-envelope.js';
import { Lane, type TakenFrame } from './lane.js';
import { OutgoingEvents } from './outgoing-events.js';

const newLane = (): Lane => new Lane({ key: 'c', channel: 'c' }, numbering('e'));
const textOf = (frame: TakenFrame | undefined): string => (frame === undefined ? '' : batchText(frame.events));
const limits = { maxEvents: 2, maxLength: 10_000 };
const events = (...envelopes: readonly string[]): OutgoingEvents =>
  new OutgoingEvents(
    'c',
    envelopes.map(openEnvelope),
    () => {},
    () => {},
  );

test('a frame takes events in order, numbered, and tells whose they are', () => {
  const lane = newLane();
  const [first, second] = [events('{"id":"1"}'), events('{"id":"2"}', '{"id":"3"}')];
  for (const each of [first, second]) lane.add(each);
  const frame = lane.takeFrame(limits);
  expect(JSON.parse(textOf(frame))).toEqual([
    { id: '1', epoch: 'e', sequence: '0000000000000001' },
    { id: '2', epoch: 'e', sequence: '0000000000000002' },
  ]);
  expect(frame?.parts).toEqual([
    { of: first, count: 1 },
    { of: second, count: 1 },
  ]);
  expect(lane.size).toBe(1);
  expect(JSON.parse(textOf(lane.takeFrame(limits)))).toEqual({ id: '3', epoch: 'e', sequence: '0000000000000003' });
  expect([lane.size, lane.takeFrame(limits)]).toEqual([0, undefined]);
});

test('what timed out while nothing could be sent is let go, and takes no number', () => {
  const lane = newLane();
  for (let n = 0; n < 10_000; n += 1) {
    const late = events('{"id":"late"}');
    lane.add(late);
    late.expire();
    late.outcome()?.catch(() => {});
  }
  expect(lane.size).toBeLessThan(100);
  lane.add(events('{"id":"1"}'));
  expect(textOf(lane.takeFrame(limits))).toBe('{"id":"1","epoch":"e","sequence":"0000000000000001"}');
});

test('one event to a frame does not cost all that wait behind it', () => {
  const lane = newLane();
  const count = 20_000;
  for (let n = 0; n < count; n += 1) lane.add(events('{"id":"1"}'));
  const slice = vi.spyOn(Array.prototype, 'slice');
  while (lane.size > 0) lane.takeFrame({ ...limits, maxEvents: 1 });
  const moved = slice.mock.results.reduce((sum, { value }) => sum + (value as readonly unknown[]).length, 0);
  slice.mockRestore();
  expect(moved).toBeLessThan(4 * count);
});
