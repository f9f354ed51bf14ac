import type { RedisServer } from '@tidings/test-redis';
import { plainOutgrown } from '../media/plain-medium.js';
import { comesTrue } from '../process/until.js';
import { clientsOf } from '../stage/client-list.js';
import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

/** Nearly one for each event. */
export const leastLoop = 3;

/** An event of a byte too much. */
export const oversize: Row = loadRow({
  name: 'oversize',
  title: 'oversize',
  inject: 'an event at limits.eventBytes, and one of a byte more; proto-max-bulk-len is as much',
  promise: 'refused locally',
  open: (secrets) => SingleServer.open(secrets, { config: { 'proto-max-bulk-len': '1mb' } }),
  async strike(stage) {
    const { cast, scene } = stage;
    const before = await connectionsOf(scene.server);
    await stage.fault(async () => {
      // The control is at it for ten seconds, which nobody waits for.
      for (const { child } of cast.members('control', 'publisher')) child.ask('outgrow').catch(() => {});
      for (const { child } of cast.members('ours', 'publisher')) {
        const { largest, tooLarge } = await child.ask('outgrow');
        if (largest !== 'accepted') stage.breach(`the largest that the limit allows gives ${largest}`);
        if (tooLarge !== 'too_large') stage.breach(`one byte more gives ${tooLarge}`);
      }
      await stage.lasts(stage.pick(1_200, 5_000));
      await comesTrue(async () => (await cast.progress('control', 0)).disconnects >= leastLoop, { withinMs: 15_000 });
    });
    if ((await connectionsOf(scene.server)) !== before) stage.breach('a connection was made anew');
    for (const { child } of cast.members('ours', 'subscriber')) {
      const { others } = await child.ask('state');
      if (others !== 1) stage.breach(`${others} of the two arrived`);
    }
  },
  check: ({ disconnects, lost }) => [
    ...(disconnects === 0 ? [] : [`${disconnects} reconnects`]),
    ...(lost === 0 ? [] : [`${lost} lost`]),
  ],
  harm: ({ disconnects, duplicates, outOfOrder, unsettled }) =>
    disconnects < leastLoop
      ? undefined
      : `${disconnects} reconnects for ${plainOutgrown} events a round; of the others ${duplicates} delivered twice, ${outOfOrder} out of order, ${unsettled} unsettled`,
  tell: (ours) => `reconnects: ${ours?.disconnects ?? 0}`,
});

/** Which connections our side has. */
export async function connectionsOf(server: RedisServer): Promise<string> {
  return (await clientsOf(server))
    .filter(({ name }) => name.startsWith('ours-'))
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
