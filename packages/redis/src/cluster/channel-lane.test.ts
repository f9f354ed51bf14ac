import { isTidingsError, TidingsError } from '@tidings/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChannelLane, type LaneNode } from './channel-lane.js';

interface Sent {
  readonly frame: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A node that answers when it is told to, in order. It has the slot or not at the time of its answer. */
class SlowNode implements LaneNode {
  writable = true;
  readonly problem: undefined;
  readonly name: string;
  readonly world: World;
  readonly waiting: Sent[] = [];

  constructor(name: string, world: World) {
    this.name = name;
    this.world = world;
  }

  send(_channel: string, frame: string): Promise<void> {
    return new Promise((resolve, reject) => this.waiting.push({ frame, resolve, reject }));
  }

  failure(error: unknown, channel: string): TidingsError {
    const known = error instanceof Error && error.name === 'ReplyError';
    return new TidingsError(known ? 'not_sent' : 'outcome_unknown', String(error), { channel });
  }

  /** Answers what came first. */
  answer(): void {
    const sent = this.waiting.shift();
    if (sent === undefined) return;
    if (this.world.owner === this) {
      this.world.accepted.push(sent.frame);
      sent.resolve();
    } else sent.reject(replyError('MOVED 7 elsewhere:1'));
  }

  /** Loses its connection: some of what waits was accepted before, and nobody knows. */
  lose(accepted: number): void {
    for (const { frame, reject } of this.waiting.splice(0)) {
      if (this.world.owner === this && accepted > 0) {
        accepted -= 1;
        this.world.accepted.push(frame);
      } else accepted = 0;
      reject(new Error('Connection is closed.'));
    }
  }
}

class World {
  readonly accepted: string[] = [];
  readonly nodes: readonly SlowNode[] = ['a', 'b', 'c'].map((name) => new SlowNode(name, this));
  readonly outcomes = new Map<string, 'accepted' | 'not sent' | 'unknown' | 'pending'>();
  owner: SlowNode = this.nodes[0] as SlowNode;
  readonly lane: ChannelLane<SlowNode>;
  #count = 0;

  constructor() {
    this.lane = new ChannelLane<SlowNode>('some.channel', 7, {
      moved: () => {},
      unserved: () => {},
      unheard: () => {},
      idle: () => this.lane.resume(),
    });
    this.lane.owner = this.owner;
  }

  send(): void {
    if (!this.lane.writable) return;
    this.#count += 1;
    const frame = String(this.#count);
    this.outcomes.set(frame, 'pending');
    this.lane.send(frame).then(
      () => this.outcomes.set(frame, 'accepted'),
      (error: unknown) => this.outcomes.set(frame, isTidingsError(error, 'outcome_unknown') ? 'unknown' : 'not sent'),
    );
  }

  refresh(): void {
    this.lane.owner = this.owner;
    this.lane.trust();
    this.lane.resume();
  }

  /** Goes on until all is answered. */
  async end(): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      for (const node of this.nodes) for (let left = 20; left > 0; left -= 1) node.answer();
      await turn();
      this.refresh();
      await turn();
    }
  }
}

type Step = (world: World) => void;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 4 }).map(
      (count): Step =>
        (world) =>
          repeat(count, () => world.send()),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.record({ node: fc.nat(2), count: fc.integer({ min: 1, max: 3 }) }).map(
      ({ node, count }): Step =>
        (world) =>
          repeat(count, () => world.nodes[node]?.answer()),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat(2).map(
      (node): Step =>
        (world) =>
          move(world, node),
    ),
  },
  { weight: 4, arbitrary: fc.constant<Step>((world) => world.refresh()) },
  {
    weight: 1,
    arbitrary: fc.record({ node: fc.nat(2), accepted: fc.nat(3) }).map(
      ({ node, accepted }): Step =>
        (world) =>
          world.nodes[node]?.lose(accepted),
    ),
  },
  // A view of the Cluster that is out of date.
  {
    weight: 1,
    arbitrary: fc.nat(2).map(
      (node): Step =>
        (world) => {
          world.lane.owner = world.nodes[node];
        },
    ),
  },
);

test('whatever moves when: what is accepted is in order, nothing twice, and everybody is told the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60 }), async (steps) => {
      const world = new World();
      for (const take of steps) {
        take(world);
        await turn();
      }
      await world.end();
      const numbers = world.accepted.map(Number);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const [frame, outcome] of world.outcomes) {
        expect(outcome).not.toBe('pending');
        if (outcome !== 'unknown')
          expect([frame, world.accepted.includes(frame)]).toEqual([frame, outcome === 'accepted']);
      }
      // And it works again.
      expect(world.lane.writable).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('what was refused is sent again, before what comes later', async () => {
  const world = new World();
  repeat(3, () => world.send());
  move(world, 1);
  repeat(3, () => world.nodes[0]?.answer());
  await turn();
  expect(world.lane.writable).toBe(false);
  world.refresh();
  expect(world.lane.writable).toBe(true);
  world.send();
  repeat(4, () => world.nodes[1]?.answer());
  await turn();
  expect(world.accepted).toEqual(['1', '2', '3', '4']);
  expect([...world.outcomes.values()]).toEqual(Array(4).fill('accepted'));
});

test('nothing gets ahead of what waits to be sent again', async () => {
  const world = new World();
  world.send();
  move(world, 1);
  world.nodes[0]?.answer();
  await turn();
  const owner = world.owner;
  owner.writable = false;
  world.refresh();
  owner.writable = true;
  expect(world.lane.writable).toBe(false);
  world.lane.resume();
  expect(world.lane.writable).toBe(true);
});

test('what was overtaken is not sent at all', async () => {
  const world = new World();
  repeat(3, () => world.send());
  move(world, 1);
  world.nodes[0]?.answer();
  move(world, 0);
  repeat(2, () => world.nodes[0]?.answer());
  await turn();
  expect(world.accepted).toEqual(['2', '3']);
  expect(world.outcomes.get('1')).toBe('not sent');
});

test('a frame is sent on so many times, and then refused', async () => {
  const world = new World();
  world.send();
  for (let round = 0; world.outcomes.get('1') === 'pending' && round < 100; round += 1) {
    // Each says that another has it.
    world.owner = world.nodes[2] as SlowNode;
    world.lane.owner = world.nodes[round % 2] as SlowNode;
    world.lane.trust();
    world.lane.resume();
    for (const node of world.nodes) node.answer();
    await turn();
  }
  expect(world.outcomes.get('1')).toBe('not sent');
  expect(world.accepted).toEqual([]);
});

function move(world: World, node: number): void {
  world.owner = world.nodes[node] as SlowNode;
}

function repeat(count: number, action: () => void): void {
  for (let left = count; left > 0; left -= 1) action();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function replyError(message: string): Error {
  return Object.assign(new Error(message), { name: 'ReplyError' });
}
