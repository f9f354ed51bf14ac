import { nowMs } from '../../process/now.js';
import { until } from '../../process/until.js';
import { type ConnectedClient, clientsOf } from '../../stage/client-list.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';

const many = 10_000;
const connections = 3;

/** Very many channels, each with a handler, all of one bus. */
export const tenThousand: Row = durableRow({
  name: 'ten-thousand',
  title: '10,000 channels, 10,000 handlers',
  inject:
    'CLIENT KILL TYPE normal and TYPE pubsub with 10,000 channels, each with a handler of its own; four are busy all the time, and one event on each follows',
  promise: `${connections} connections for all of them`,
  cast: { sides: ['ours'], channels: many, busyChannels: 4, workers: 1, readers: 0 },
  open: (secrets) =>
    SingleServer.open(secrets, { durable: { channels: many, bus: { leaseMs: 15_000, subscribeTimeoutMs: 60_000 } } }),
  async strike(stage) {
    const { cast, scene } = stage;
    const [worker] = cast.members('ours', 'worker');
    if (worker === undefined) throw new Error('there is no worker');
    const own = async (): Promise<readonly ConnectedClient[]> =>
      (await clientsOf(scene.server)).filter(({ name }) => name.startsWith(`${worker.name}:`));
    stage.measure('subscribe ms', worker.openedMs);
    stage.measure('connections', (await own()).length);
    if ((await own()).length !== connections) stage.breach(`it has ${(await own()).length} connections`);
    await stage.fault(async () => {
      await scene.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await scene.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      const killed = nowMs();
      await until('all channels are open again', async () => (await own()).some(({ channels }) => channels >= many));
      stage.measure('resubscribed ms', nowMs() - killed);
    });
    stage.measure('MB', (await worker.child.ask('state')).rssBytes / 1_000_000);
  },
  tell: (_ours, measures) =>
    [
      `${measures.connections ?? 0} connections`,
      `subscribed in ${Math.round(measures['subscribe ms'] ?? 0)} ms`,
      `again after ${Math.round(measures['resubscribed ms'] ?? 0)} ms`,
      `${Math.round(measures.MB ?? 0)} MB`,
      'no control: a call of XREADGROUP takes milliseconds for so many streams',
    ].join('; '),
});
