import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis-6';
import { nowMs } from '../process/now.js';
import { serve } from '../process/serve.js';
import { comesTrue } from '../process/until.js';
import { allPeers } from './all-peers.js';
import type { PeerCommands, PeerRun, PeerSetting } from './commands.js';

serve<PeerCommands>({ run });

async function run({ library, server, events }: PeerSetting): Promise<PeerRun> {
  const open = allPeers[library];
  if (open === undefined) throw new Error(`there is no ${library}`);
  const peer = await open(server);
  const admin = new Redis(server);
  const received = new Map<number, number>();
  const accepted = new Set<number>();
  await peer.subscribe((n) => received.set(n, (received.get(n) ?? 0) + 1));
  // What connects at the first publish has done so.
  await peer.publish(-1);
  const publishing: Promise<unknown>[] = [];
  const began = nowMs();
  for (let n = 0; n < events; ) {
    for (; n < Math.min(events, nowMs() - began); n += 1) {
      const number = n;
      publishing.push(peer.publish(number).then(() => accepted.add(number)));
      if (n === Math.floor(events / 2)) publishing.push(admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));
    }
    await wait(1);
  }
  await Promise.allSettled(publishing);
  // The last one; what is not there by then does not come.
  await comesTrue(() => received.has(events - 1), { withinMs: 5_000 });
  await wait(100);
  const lost = [...accepted].filter((n) => !received.has(n)).length;
  const duplicates = [...received.values()].reduce((total, times) => total + times - 1, 0);
  const result = { accepted: accepted.size, lost, reported: peer.reported(), duplicates };
  await peer.close();
  admin.disconnect();
  return result;
}
