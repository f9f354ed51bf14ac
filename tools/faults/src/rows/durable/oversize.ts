import { plainOutgrown } from '../../media/plain-medium.js';
import { comesTrue } from '../../process/until.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import { connectionsOf, leastLoop } from '../oversize.js';
import type { Row } from '../row.js';

/** An event of a byte too much. */
export const oversize: Row = durableRow({
  name: 'oversize',
  title: 'oversize',
  inject: 'an event at limits.eventBytes, and one of a byte more; proto-max-bulk-len is as much',
  promise: 'refused locally',
  open: (secrets) => SingleServer.open(secrets, { durable: {}, config: { 'proto-max-bulk-len': '1mb' } }),
  async strike(stage) {
    const { cast, scene } = stage;
    const before = await connectionsOf(scene.server);
    await stage.fault(async () => {
      for (const { child } of cast.members('control', 'publisher')) child.ask('outgrow').catch(() => {});
      for (const { child } of cast.members('ours', 'publisher')) {
        const { largest, tooLarge } = await child.ask('outgrow');
        if (largest !== 'accepted') stage.breach(`the largest that the limit allows gives ${largest}`);
        if (tooLarge !== 'too_large') stage.breach(`one byte more gives ${tooLarge}`);
      }
      await stage.lasts(stage.pick(1_200, 5_000));
      if (!cast.sides.includes('control')) return;
      await comesTrue(async () => (await cast.progress('control', 0)).disconnects >= leastLoop, { withinMs: 15_000 });
    });
    if ((await connectionsOf(scene.server)) !== before) stage.breach('a connection was made anew');
    for (const role of ['worker', 'reader'] as const) {
      const states = await Promise.all(cast.members('ours', role).map(({ child }) => child.ask('state')));
      const others = states.reduce((sum, state) => sum + state.others, 0);
      if (others !== 1) stage.breach(`${others} of the two came to the ${role}`);
    }
  },
  check: ({ disconnects }) => (disconnects === 0 ? [] : [`${disconnects} reconnects`]),
  harm: ({ disconnects, lost, duplicates, unsettled }) =>
    disconnects < leastLoop
      ? undefined
      : `${disconnects} reconnects for ${plainOutgrown} events a round; of the others ${lost} not handled, ${duplicates} twice, ${unsettled} unsettled`,
  tell: (ours) => `reconnects: ${ours?.disconnects ?? 0}`,
});
