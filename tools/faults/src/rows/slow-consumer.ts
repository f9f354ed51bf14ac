import { until } from '../process/until.js';
import { clientsOf } from '../stage/client-list.js';
import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const limitBytes = 1_048_576;
const payloadBytes = 4_096;

/** A subscriber takes nothing until Redis has had enough of it. */
export const slowConsumer: Row = loadRow({
  name: 'slow-consumer',
  title: 'slow consumer',
  inject: `SIGSTOP of a subscriber, events of ${payloadBytes / 1_024} KiB, until Redis drops it at ${limitBytes / 1_048_576} MiB`,
  promise: 'dropped by Redis, gap reported',
  cast: { subscribers: 2, bytes: payloadBytes },
  // One that was not stopped is dropped as well, if a busy machine leaves it behind: when, has nothing to do with the fault.
  deadlines: { noticeMs: 30_000 },
  open: (secrets) =>
    SingleServer.open(secrets, { config: { 'client-output-buffer-limit': `pubsub ${limitBytes} 0 0` } }),
  async strike(stage) {
    const { cast, scene } = stage;
    const slow = cast.sides.flatMap((side) => cast.members(side, 'subscriber').slice(0, 1));
    for (let times = stage.pick(1, 3); times > 0; times -= 1) {
      await stage.fault(async () => {
        for (const { child } of slow) child.signal('SIGSTOP');
        await until('Redis drops the stopped subscribers', async () => {
          const theirs = (await clientsOf(scene.server)).filter(({ name }) =>
            slow.some((member) => name === `${member.name}:subscriber`),
          );
          for (const { outputBytes } of theirs) stage.measure('output buffer bytes', outputBytes);
          return theirs.length === 0;
        });
        for (const { child } of slow) child.signal('SIGCONT');
      });
    }
  },
  check: ({ reconnectReports, lost }, { strikes }) => [
    ...(reconnectReports >= strikes.length ? [] : ['a reconnect without a gap report']),
    ...(lost > 0 ? [] : ['nothing was lost, so nothing was shown']),
  ],
  harm: ({ lost }) => (lost === 0 ? undefined : `${lost} lost, without a word`),
  tell: (_ours, measures) =>
    `dropped with ${Math.round((measures['output buffer bytes'] ?? 0) / 1_024)} KiB or more unread`,
});
