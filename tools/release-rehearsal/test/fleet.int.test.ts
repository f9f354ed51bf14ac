import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareContracts } from '@tidings/codegen/evolution';
import { type ContractModel, type LoadedExport, readContract } from '@tidings/codegen/read';
import { type AnyChannel, type DurableChannel, type EventBus, MemoryBus } from '@tidings/core';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startRedis } from '@tidings/test-redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const here: string = join(import.meta.dirname, '..');
const tidings: string = join(here, 'node_modules', '@tidings', 'cli', 'bin', 'tidings.js');

/** A channel before and after, and what may be published by each. */
interface Evolving {
  readonly exportName: string;
  readonly before: string;
  readonly after: string;
  readonly old: object;
  readonly new: object;
}

const id = 'z.string()';
const evolving: readonly Evolving[] = [
  {
    // Old readers drop what they do not know.
    exportName: 'orderPlaced',
    before: `z.object({ id: ${id} })`,
    after: `z.object({ id: ${id}, currency: z.string() }), { up: (v1) => ({ ...v1, currency: 'EUR' }) }`,
    old: { id: 'old' },
    new: { id: 'new', currency: 'CHF' },
  },
  {
    // Old readers refuse what lacks a total.
    exportName: 'orderPaid',
    before: `z.object({ id: ${id}, total: z.int() })`,
    after: `z.object({ id: ${id} }), { up: ({ id }) => ({ id }) }`,
    old: { id: 'old', total: 1 },
    new: { id: 'new' },
  },
  {
    // A bound that old readers hold, and new publishers do not.
    exportName: 'orderNoted',
    before: `z.object({ id: ${id}, note: z.string().max(3) })`,
    after: `z.object({ id: ${id}, note: z.string().max(9) }), { up: (v1) => v1 }`,
    old: { id: 'old', note: 'abc' },
    new: { id: 'new', note: 'abcdef' },
  },
];

const deliveries = ['durable', 'broadcast'] as const;
type Delivery = (typeof deliveries)[number];
type Channels = Readonly<Record<string, AnyChannel>>;

function nameOf({ exportName }: Evolving, delivery: Delivery): string {
  return `${delivery}.${exportName.toLowerCase()}`;
}

/** A contract package of one state, with its generated client. */
class Generated {
  readonly folder: string;

  constructor(parent: string, state: 'before' | 'after') {
    this.folder = join(parent, state);
    mkdirSync(join(this.folder, 'src', 'channels'), { recursive: true });
    writeFileSync(join(this.folder, 'package.json'), '{ "name": "@fleet/orders", "type": "module" }');
    for (const each of evolving) {
      for (const delivery of deliveries) {
        const name = nameOf(each, delivery);
        const evolved = state === 'after' ? `.evolve(${each.after})` : '';
        writeFileSync(
          join(this.folder, 'src', 'channels', `${name}.ts`),
          `import { defineChannel } from '@tidings/core/define';\nimport * as z from 'zod';\n` +
            `export const ${delivery}_${each.exportName} = defineChannel('${name}', ${each.before}, { delivery: '${delivery}' })${evolved};\n`,
        );
      }
    }
    execFileSync(process.execPath, [tidings, 'generate'], { cwd: this.folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  async channels(): Promise<Channels> {
    const client: Readonly<Record<string, unknown>> = await import(join(this.folder, 'src', 'generated', 'index.ts'));
    const found = Object.values(client).filter(isChannel);
    return Object.fromEntries(found.map((channel) => [channel.name, channel]));
  }

  async model(): Promise<ContractModel> {
    const exports: LoadedExport[] = [];
    for (const each of evolving) {
      for (const delivery of deliveries) {
        const file = join(this.folder, 'src', 'channels', `${nameOf(each, delivery)}.ts`);
        const values: Readonly<Record<string, unknown>> = await import(file);
        for (const [exportName, value] of Object.entries(values)) exports.push({ file, exportName, value });
      }
    }
    return readContract({ contract: 'orders', channels: exports });
  }
}

function isChannel(value: unknown): value is AnyChannel {
  return typeof value === 'object' && value !== null && '~codec' in value;
}

function dataOf({ data }: { readonly data: unknown }): unknown {
  return (data as { readonly id: string }).id;
}

let parent: string;
let before: Channels;
let after: Channels;
let verdicts: ReadonlyMap<string, string>;

beforeAll(async () => {
  mkdirSync(join(here, '.tidings'), { recursive: true });
  parent = mkdtempSync(join(here, '.tidings', 'fleet-'));
  const [old, now] = [new Generated(parent, 'before'), new Generated(parent, 'after')];
  [before, after] = [await old.channels(), await now.channels()];
  const changes = compareContracts(await old.model(), await now.model());
  verdicts = new Map(changes.map(({ channel, answers }) => [channel, answers.forward]));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

interface Fleet extends AsyncDisposable {
  readonly old: EventBus;
  readonly now: EventBus;
}

async function inMemory(): Promise<Fleet> {
  const bus = new MemoryBus({ source: '/fleet' });
  return { old: bus, now: bus, [Symbol.asyncDispose]: () => bus.close() };
}

async function onRedis(): Promise<Fleet> {
  const server = await startRedis();
  const bus = (source: string): RedisBus => new RedisBus({ url: server.url, source });
  const [old, now] = [bus('/fleet/old'), bus('/fleet/now')];
  const dispose = async (): Promise<void> => {
    await Promise.all([old.close(), now.close()]);
    await server[Symbol.asyncDispose]();
  };
  return { old, now, [Symbol.asyncDispose]: dispose };
}

describe.each([
  ['in memory', inMemory],
  ['on Redis', onRedis],
])('old and new clients %s do what the verdict says', (_, start) => {
  test.each(evolving)('of $exportName, which is durable', async (each) => {
    const name = nameOf(each, 'durable');
    const [first, second] = [before[name] as DurableChannel, after[name] as DurableChannel];
    await using fleet = await start();
    const handled: Record<string, unknown[]> = { old: [], now: [] };
    const parked: unknown[] = [];
    fleet.old.on('parked', ({ version, minReader }) => parked.push([version, minReader]));
    const group = { group: 'workers' };
    const member = await fleet.old.subscribe(first, (event) => void handled.old?.push(dataOf(event)), group);
    await fleet.old.publish(first, each.old as never);
    await fleet.now.publish(second, each.new as never);
    const isRead = verdicts.get(name) === 'yes';
    if (isRead) await eventually(() => expect(handled.old).toEqual(['old', 'new']));
    else {
      await eventually(() => expect(parked).toEqual([[2, 2]]));
      expect(handled.old).toEqual(['old']);
    }
    await member.close();
    // A new reader of the group is handed what was parked; one of another group gets everything, what is old by `up`.
    await fleet.now.subscribe(second, (event) => void handled.now?.push(dataOf(event)), group);
    if (!isRead) await eventually(() => expect(handled.now).toEqual(['new']));
    const all: unknown[] = [];
    await fleet.now.subscribe(second, ({ version, data }) => void all.push([version, data]), { group: 'audit' });
    await eventually(() => expect(all).toHaveLength(2));
    expect(all).toContainEqual([2, each.new]);
    expect(all).toContainEqual([1, expect.objectContaining({ id: 'old' })]);
    expect(handled.now).toEqual(isRead ? [] : ['new']);
  });

  test.each(evolving)('of $exportName, which is broadcast', async (each) => {
    const name = nameOf(each, 'broadcast');
    const [first, second] = [before[name] as AnyChannel, after[name] as AnyChannel];
    await using fleet = await start();
    const [old, now, refused]: [unknown[], unknown[], unknown[]] = [[], [], []];
    fleet.old.on('invalid', ({ reason }) => refused.push(reason));
    await fleet.old.subscribe(first as never, (event: { readonly data: unknown }) => void old.push(dataOf(event)));
    await fleet.now.subscribe(second as never, (event: { readonly data: unknown }) => void now.push(dataOf(event)));
    await fleet.old.publish(first, each.old as never);
    await fleet.now.publish(second, each.new as never);
    await eventually(() => expect(now).toEqual(['old', 'new']));
    const isRead = verdicts.get(name) === 'yes';
    await eventually(() => expect([...old, ...refused]).toEqual(isRead ? ['old', 'new'] : ['old', 'version']));
  });
});

test('there are channels of both verdicts', () => {
  expect([...verdicts.values()].sort()).toEqual(['no', 'no', 'no', 'no', 'yes', 'yes']);
});
