import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { unnoticed } from '../unnoticed.js';

/** As for broadcast: nobody is told. */
export const halfOpenStop: Row = durableRow({
  name: 'half-open-stop',
  title: 'half-open: server stopped',
  inject: 'SIGSTOP of the server',
  promise: 'noticed within the heartbeat; 0 lost',
  deadlines: { noticeMs: 2_000 },
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    const { scene } = stage;
    await stage.fault(async () => {
      scene.server.freeze();
      await stage.lasts(stage.pick(3_500, 10_000));
      scene.server.thaw();
    });
    unnoticed.measure(stage);
  },
  check: unnoticed.check,
  harm: unnoticed.harm,
});
