import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

/** The server has no memory left. It refuses to keep anything; publishing keeps nothing. */
export const outOfMemory: Row = loadRow({
  name: 'oom',
  title: 'OOM',
  inject: 'CONFIG SET maxmemory 1mb, and a SET that is refused to prove it',
  promise: 'publish succeeds',
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const { scene } = stage;
    await stage.fault(async () => {
      await scene.call('CONFIG', 'SET', 'maxmemory', '1mb');
      const answer = await scene.call('SET', 'key', 'value').catch((error: unknown) => String(error));
      if (!/OOM/.test(String(answer))) stage.breach(`the fault was not injected: SET gives ${answer}`);
      await stage.lasts(stage.pick(1_200, 5_000));
      await scene.call('CONFIG', 'SET', 'maxmemory', '0');
    });
  },
  check: ({ published, accepted, lost }) => [
    ...(accepted === published ? [] : [`${published - accepted} publishes did not succeed`]),
    ...(lost === 0 ? [] : [`${lost} lost`]),
  ],
  tell: () => 'SET is refused with OOM',
});
