import { nowMs } from '../process/now.js';
import { until } from '../process/until.js';
import { type ConnectedClient, clientsOf } from '../stage/client-list.js';
import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const many = 10_000;

/** Very many channels, and very many handlers of one. */
export const tenThousand: Row = loadRow({
  name: 'ten-thousand',
  title: '10,000 channels, 10,000 handlers',
  inject: 'CLIENT KILL TYPE pubsub with 10,000 channels; then 10,000 handlers of one',
  promise: 'one connection for all of them',
  cast: { channels: many },
  open: (secrets) => SingleServer.open(secrets, { channels: many }),
  async strike(stage) {
    const { cast, scene } = stage;
    const [subscriber] = cast.members('ours', 'subscriber');
    if (subscriber === undefined) throw new Error('there is no subscriber');
    const own = async (): Promise<readonly ConnectedClient[]> =>
      (await clientsOf(scene.server)).filter(({ name }) => name.startsWith(`${subscriber.name}:`));
    const reading = async (): Promise<number> => (await own()).filter(({ channels }) => channels > 0).length;
    stage.measure('subscribe ms', subscriber.openedMs);
    stage.measure('connections', (await own()).length);
    if ((await reading()) !== 1) stage.breach(`it reads by ${await reading()} connections`);
    await stage.fault(async () => {
      const killed = nowMs();
      await scene.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await until('all channels are open again', async () => (await own()).some(({ channels }) => channels === many));
      stage.measure('resubscribed ms', nowMs() - killed);
    });
    const { rssBytes } = await subscriber.child.ask('state');
    stage.measure('MB', rssBytes / 1_000_000);
    await subscriber.child.ask('crowd', many);
    await cast.round('ours');
    await until('each of the handlers is called', async () => (await subscriber.child.ask('state')).crowdCalls >= many);
  },
  check: ({ reconnectReports }) => (reconnectReports > 0 ? [] : ['a reconnect without a gap report']),
  harm: ({ lost }) => (lost === 0 ? undefined : `${lost} lost, without a word`),
  tell: (_ours, measures) =>
    [
      `${measures.connections ?? 0} connections, one of them to read`,
      `subscribed in ${Math.round(measures['subscribe ms'] ?? 0)} ms`,
      `again after ${Math.round(measures['resubscribed ms'] ?? 0)} ms`,
      `${Math.round(measures.MB ?? 0)} MB`,
    ].join('; '),
});
