import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { unnoticed } from '../unnoticed.js';

/** As for broadcast: nobody is told. */
export const halfOpenCut: Row = durableRow({
  name: 'half-open-cut',
  title: 'half-open: network cut',
  inject: 'the proxy swallows everything, without a FIN',
  promise: 'noticed within the heartbeat; 0 lost',
  deadlines: { noticeMs: 2_000 },
  open: (secrets) => SingleServer.open(secrets, { durable: {}, proxied: () => true }),
  async strike(stage) {
    const { scene } = stage;
    await stage.fault(async () => {
      scene.proxy.blackhole();
      await stage.lasts(stage.pick(3_500, 10_000));
      scene.proxy.pass();
    });
    unnoticed.measure(stage);
  },
  check: unnoticed.check,
  harm: unnoticed.harm,
});
