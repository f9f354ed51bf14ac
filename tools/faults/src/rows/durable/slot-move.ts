import { plainStream } from '../../media/plain-streams-medium.js';
import { ClusterScene } from '../../stage/cluster-scene.js';
import { durableRow } from '../../stage/durable-row.js';
import type { Row } from '../row.js';
import { homeOf, shards } from '../slot-move.js';

/** Slots of a Cluster move to another master, with what is in them, and back. */
export const slotMove: Row = durableRow({
  name: 'slot-move',
  title: 'slot move (Cluster)',
  inject: 'SETSLOT and MIGRATE: the slots of some partitions move to another master, and back',
  promise: 'MOVED followed, 0 lost',
  open: (secrets) => ClusterScene.open(secrets, { durable: {} }),
  async strike(stage) {
    const { cluster } = stage.scene;
    for (let tag = 0; tag < stage.pick(2, 6); tag += 1) {
      const slots = await Promise.all([cluster.slotOf(`{${tag}}`), cluster.slotOf(plainStream(tag % 4))]);
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
});
