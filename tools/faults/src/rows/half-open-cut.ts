import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';
import { unnoticed } from './unnoticed.js';

/** The network swallows everything, and tells nobody. */
export const halfOpenCut: Row = loadRow({
  name: 'half-open-cut',
  title: 'half-open: network cut',
  inject: 'the proxy swallows everything, without a FIN',
  promise: 'noticed within the heartbeat',
  deadlines: { noticeMs: 2_000 },
  open: (secrets) => SingleServer.open(secrets, { proxied: () => true }),
  async strike(stage) {
    const { proxy } = stage.scene;
    await stage.fault(async () => {
      proxy.blackhole();
      await stage.lasts(stage.pick(3_500, 10_000));
      proxy.pass();
    });
    unnoticed.measure(stage);
  },
  check: unnoticed.check,
  harm: unnoticed.harm,
});
