import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventState } from './event-state.js';
import { lossesOf, type Stream } from './losses.js';

const { accepted, unknown, refused, notSent, neverLeft } = EventState;
const none = { lost: 0, reported: 0, silent: 0, invented: 0, contradicted: 0 };

/** A stream of accepted events, of which these were received. */
function received(...times: readonly number[]): Omit<Stream, 'told'> {
  return { states: times.map(() => accepted), received: times };
}

describe('what was lost', () => {
  test('is nothing where everything came', () => {
    expect(lossesOf({ ...received(1, 1, 1), told: [] })).toEqual(none);
  });

  test('is reported if a hole with its count was told', () => {
    expect(lossesOf({ ...received(1, 0, 0, 1), told: [2] })).toEqual({ ...none, lost: 2, reported: 2 });
  });

  test('is silent if no hole was told, or a smaller one', () => {
    expect(lossesOf({ ...received(1, 0, 0, 1), told: [] })).toEqual({ ...none, lost: 2, silent: 2 });
    expect(lossesOf({ ...received(1, 0, 0, 1), told: [1] })).toEqual({ ...none, lost: 2, reported: 1, silent: 1 });
  });

  test('is invented if more was told than is missing', () => {
    expect(lossesOf({ ...received(1, 0, 1), told: [2] })).toMatchObject({ lost: 1, invented: 1 });
    expect(lossesOf({ ...received(1, 1, 1), told: [1] })).toMatchObject({ lost: 0, invented: 1 });
  });

  test('is silent at the end, and before the first', () => {
    expect(lossesOf({ ...received(1, 0), told: [] })).toMatchObject({ lost: 1, silent: 1 });
    expect(lossesOf({ ...received(0, 1), told: [] })).toMatchObject({ lost: 1, silent: 1 });
  });

  test('is nothing where it is not known that it was accepted, but then counts in the hole', () => {
    const states = [accepted, unknown, refused, accepted];
    expect(lossesOf({ states, received: [1, 0, 0, 1], told: [2] })).toEqual(none);
    expect(lossesOf({ states, received: [1, 0, 0, 1], told: [] })).toEqual(none);
    expect(lossesOf({ states, received: [1, 1, 0, 1], told: [2] })).toEqual({ ...none, invented: 1 });
  });

  test('is told or not where it is not known whether there was a number', () => {
    const states = [accepted, notSent, neverLeft, accepted];
    for (const told of [[], [1]]) expect(lossesOf({ states, received: [1, 0, 0, 1], told })).toEqual(none);
    expect(lossesOf({ states, received: [1, 0, 0, 1], told: [2] })).toEqual({ ...none, invented: 1 });
  });

  test('is a lie where the publish had said that it was not sent', () => {
    const states = [notSent, neverLeft, refused, unknown];
    expect(lossesOf({ states, received: [1, 1, 1, 1], told: [] })).toEqual({ ...none, contradicted: 3 });
  });
});

/** One event: what the publish said, whether it was given a number, whether it came. */
const event = fc.record({
  state: fc.constantFrom(accepted, accepted, accepted, unknown, refused, notSent, neverLeft),
  numbered: fc.boolean(),
  came: fc.boolean(),
});

/** What a subscriber is told that sees the numbers, as a bus does. */
function simulate(events: readonly { state: EventState; numbered: boolean; came: boolean }[]): Stream & {
  readonly losses: number;
} {
  let [sequence, last, losses] = [0, 0, 0];
  const told: number[] = [];
  const comes = events.map(({ state, came }) => came && (state === accepted || state === unknown));
  for (const [n, { state, numbered }] of events.entries()) {
    const hasNumber = state === notSent ? numbered : state !== neverLeft;
    if (hasNumber) sequence += 1;
    if (state === accepted && !comes[n]) losses += 1;
    if (!comes[n]) continue;
    if (sequence - last > 1) told.push(sequence - last - 1);
    last = sequence;
  }
  return { states: events.map(({ state }) => state), received: comes.map(Number), told, losses };
}

/** A publisher's life that begins and ends with an event that came: the runner sees to it. */
const life = fc.array(event, { maxLength: 60 }).map((events) => {
  const edge = { state: accepted, numbered: true, came: true };
  return simulate([edge, ...events, edge]);
});

describe('over random streams with random losses', () => {
  test('what a bus reports is what is missing', () => {
    fc.assert(
      fc.property(life, ({ losses, ...stream }) => {
        expect(lossesOf(stream)).toEqual({ ...none, lost: losses, reported: losses });
      }),
      { numRuns: 2_000 },
    );
  });

  test('a report that is left out, added or miscounted is noticed wherever every number is known', () => {
    const known = life.filter(({ states, told }) => told.length > 0 && !states.includes(notSent));
    const fault = fc.constantFrom('left out', 'added', 'too many', 'too few');
    fc.assert(
      fc.property(known, fault, fc.nat(), ({ losses, ...stream }, what, at) => {
        const told = [...stream.told];
        const index = at % told.length;
        if (what === 'left out') told.splice(index, 1);
        else if (what === 'added') told.splice(index, 0, 1);
        else told[index] = (told[index] ?? 0) + (what === 'too many' ? 1 : -1);
        const { silent, invented, lost, reported } = lossesOf({ ...stream, told });
        expect([lost, reported + silent]).toEqual([losses, losses]);
        const isShort = what === 'left out' || what === 'too few';
        if (!isShort) expect(invented).toBeGreaterThan(0);
        else if (stream.states.every((state) => state === accepted)) expect(silent).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
