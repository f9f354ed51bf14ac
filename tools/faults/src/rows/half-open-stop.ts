import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';
import { unnoticed } from './unnoticed.js';

/** The server is there and does not answer. */
export const halfOpenStop: Row = loadRow({
  name: 'half-open-stop',
  title: 'half-open: server stopped',
  inject: 'SIGSTOP of the server',
  promise: 'noticed within the heartbeat',
  deadlines: { noticeMs: 2_000 },
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const { server } = stage.scene;
    await stage.fault(async () => {
      server.freeze();
      await stage.lasts(stage.pick(3_500, 10_000));
      server.thaw();
    });
    unnoticed.measure(stage);
  },
  check: unnoticed.check,
  harm: unnoticed.harm,
});
