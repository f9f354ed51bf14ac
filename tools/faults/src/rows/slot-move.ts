import { plainPrefix } from '../media/plain-medium.js';
import { channelName } from '../participant/numbered-event.js';
import { ClusterScene } from '../stage/cluster-scene.js';
import { loadRow } from '../stage/load-row.js';
import type { Row } from './row.js';

/** Masters of the Cluster. */
export const shards = 3;

/** Slots of a Cluster move to another master, and back. */
export const slotMove: Row = loadRow({
  name: 'slot-move',
  title: 'slot move (Cluster)',
  inject: 'SETSLOT: the slots of some channels move to another master, and back',
  promise: 'resubscribed',
  open: (secrets) => ClusterScene.open(secrets),
  async strike(stage) {
    const { cluster } = stage.scene;
    for (let channel = 0; channel < stage.pick(3, 6); channel += 1) {
      const slots = await Promise.all(
        ['tidings:', plainPrefix].map((prefix) => cluster.slotOf(prefix + channelName(channel))),
      );
      const homes = await Promise.all(slots.map((slot) => homeOf(stage.scene, slot)));
      for (const step of [1, 0]) {
        await stage.fault(async () => {
          for (const [index, slot] of slots.entries()) {
            await cluster.moveSlot(slot, ((homes[index] ?? 0) + step) % shards);
          }
        });
      }
    }
  },
  harm: ({ lost, stillDeaf }) =>
    lost === 0 ? undefined : `${lost} lost, without a word${stillDeaf > 0 ? '; deaf for good to what moved' : ''}`,
  tell: (ours) => `reported: ${ours?.reconnectReports ?? 0} reconnects, ${ours?.holeReports ?? 0} holes`,
});

/** The shard that has a slot. */
export async function homeOf({ cluster }: ClusterScene, slot: number): Promise<number> {
  const owner = await cluster.ownerOf(slot);
  for (let shard = 0; shard < shards; shard += 1) if ((await cluster.master(shard)) === owner) return shard;
  throw new Error(`slot ${slot} belongs to no shard`);
}
