import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import { OutgoingEvents } from './outgoing-events.js';

/** Four events, of which so many have been taken for frames; and the code of what becomes of them. */
function four(taken: number): { readonly events: OutgoingEvents; readonly code: Promise<unknown> } {
  const events = new OutgoingEvents(
    'c',
    ['1', '2', '3', '4'],
    () => {},
    () => {},
  );
  const code = Promise.resolve(events.outcome()).then(
    () => 'accepted',
    (error: unknown) => (isTidingsError(error) ? error.code : error),
  );
  for (let n = 0; n < taken; n += 1) events.take();
  return { events, code };
}

const notSent = new TidingsError('not_sent', 'it did not leave');

test('a frame of several that was not sent says nothing of another that is on its way', async () => {
  const { events, code } = four(4);
  events.failed(2, notSent);
  events.accepted(2);
  expect(await code).toBe('outcome_unknown');
});

test('nor of one that was accepted', async () => {
  const { events, code } = four(4);
  events.accepted(2);
  events.failed(2, notSent);
  expect(await code).toBe('outcome_unknown');
});

test('a frame that was not sent, and the rest that never is, were not sent', async () => {
  const { events, code } = four(2);
  events.failed(2, notSent);
  expect(await code).toBe('not_sent');
  const whole = four(4);
  whole.events.failed(4, notSent);
  expect(await whole.code).toBe('not_sent');
});

test('what is over does not hold what its publisher got: its deadline may be far away', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const got: WeakRef<object>[] = [];
  const events = new OutgoingEvents(
    'c',
    ['1'],
    () => {
      const value = { of: 'the publisher' };
      got.push(new WeakRef(value));
      return value;
    },
    () => {},
  );
  await publishedAndForgotten(events);
  await nextTurn();
  collect();
  expect([events.settled, got.map((each) => each.deref())]).toEqual([true, [undefined]]);
});

async function publishedAndForgotten(events: OutgoingEvents): Promise<void> {
  const outcome = events.outcome();
  events.take();
  events.accepted(1);
  expect(await outcome).toEqual({ of: 'the publisher' });
}
