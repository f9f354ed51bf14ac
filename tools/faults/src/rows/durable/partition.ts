import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import { megabytes } from '../partition.js';
import type { Row } from '../row.js';

const publishTimeoutMs = 1_000;
const maxOutgoing = 1_500;

/** For longer than a publish may take, and with more than may wait. */
export const partition: Row = durableRow({
  name: 'partition',
  title: 'partition',
  inject: `the proxy swallows everything; a publish may take ${publishTimeoutMs} ms, and ${maxOutgoing} may wait`,
  promise: 'settles, queue bounded, 0 lost',
  deadlines: { settleMs: publishTimeoutMs },
  open: (secrets) =>
    SingleServer.open(secrets, { proxied: () => true, durable: { bus: { publishTimeoutMs, maxOutgoing } } }),
  async strike(stage) {
    const { proxy } = stage.scene;
    await stage.fault(async () => {
      proxy.blackhole();
      await stage.lasts(stage.pick(4_000, 20_000));
      proxy.pass();
    });
  },
  check({ notSent, mostWaiting }) {
    return [
      ...(mostWaiting <= maxOutgoing ? [] : [`${mostWaiting} waited, where ${maxOutgoing} may`]),
      ...(notSent.queue_full || notSent.timed_out ? [] : ['no publish was refused']),
    ];
  },
  harm: ({ mostWaiting, mostRssBytes }) =>
    mostWaiting <= maxOutgoing
      ? undefined
      : `${mostWaiting} commands piled up, without a bound (${megabytes(mostRssBytes)})`,
  tell: (ours) => (ours === undefined ? '' : `at most ${ours.mostWaiting} waiting, ${megabytes(ours.mostRssBytes)}`),
});
