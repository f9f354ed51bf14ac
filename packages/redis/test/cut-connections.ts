import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eventually } from '@tidings/core/testing';
import type { Redis } from 'ioredis';

/** Kills the connections of the buses of a name. Resolves when this process has read that they are closed. */
export async function cutConnections(raw: Redis, name: string): Promise<void> {
  const killed = await connectionsOf(raw, name);
  await Promise.all(killed.map((id) => raw.call('CLIENT', 'KILL', 'ID', id)));
  await eventually(async () => {
    const left = new Set(await connectionsOf(raw, name));
    assert.ok(!killed.some((id) => left.has(id)));
  });
  // The ends are there, and are read in the next turn; what is closed says so at the end of it.
  for (let turns = 0; turns < 3; turns += 1) await nextTurn();
}

async function connectionsOf(raw: Redis, name: string): Promise<string[]> {
  const clients = String(await raw.call('CLIENT', 'LIST')).split('\n');
  return clients.filter((line) => line.includes(` name=${name}:`)).map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
}
