import { ask } from './ask.js';
import type { ClusterNode } from './cluster-view.js';

/** What a move needs to know. */
export interface SlotMove {
  readonly slot: number;
  readonly from: ClusterNode;
  readonly to: ClusterNode;
  /** All masters that answer: those that have no part in it are told as well. */
  readonly masters: readonly ClusterNode[];
  readonly password: string | undefined;
}

/**
 * Moves a slot with its keys, as resharding tools do: while it lasts, clients that ask the old owner for a key that has
 * moved get ASK.
 */
export async function moveSlot({ slot, from, to, masters, password }: SlotMove): Promise<void> {
  const number = String(slot);
  await ask(to, 'CLUSTER', 'SETSLOT', number, 'IMPORTING', from.id);
  await ask(from, 'CLUSTER', 'SETSLOT', number, 'MIGRATING', to.id);
  const auth = password === undefined ? [] : ['AUTH', password];
  for (;;) {
    const keys = await ask(from, 'CLUSTER', 'GETKEYSINSLOT', number, '100');
    if (!Array.isArray(keys) || keys.length === 0) break;
    await ask(from, 'MIGRATE', to.host, String(to.port), '', '0', '10000', ...auth, 'KEYS', ...keys.map(String));
  }
  // The new owner first: if the old one forgot the slot before, nobody would have it for a moment.
  const others = masters.filter((master) => master !== from && master !== to);
  for (const master of [to, from, ...others]) await ask(master, 'CLUSTER', 'SETSLOT', number, 'NODE', to.id);
}
