import { plainStream } from '../../media/plain-streams-medium.js';
import { channelName } from '../../participant/numbered-event.js';
import { comesTrue } from '../../process/until.js';
import { total as inAll } from '../../report/cells.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import { total } from '../bad-bytes.js';
import { badFrames } from '../bad-frames.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

const everyMs = 200;

/** Somebody adds what nobody should. */
export const badBytes: Row = durableRow({
  name: 'bad-bytes',
  title: 'bad bytes, __proto__, depth, schema, unknown version',
  inject: `raw XADD of ${badFrames('').length} entries, nearly all of them wrong, each in its own way, every ${everyMs} ms`,
  promise: 'dead-lettered or parked, each; no crash',
  // A lease for a machine that is busy: what is lost to one that took too long is reported by nobody.
  open: (secrets) => SingleServer.open(secrets, { durable: { bus: { leaseMs: 15_000 } } }),
  async strike(stage) {
    const { cast, scene, secrets } = stage;
    const frames = badFrames(secrets.payload);
    const raw = scene.server.client();
    const [key = ''] = await raw.keys(`tidings:*:log:${channelName(0)}`);
    const rounds = stage.pick(6, 20);
    await stage.fault(async () => {
      for (let round = 0; round < rounds; round += 1) {
        const pause = stage.lasts(everyMs);
        for (const { bytes } of frames) {
          await raw.xadd(key, '*', 'e', bytes);
          await raw.xadd(plainStream(0), '*', 'e', bytes);
        }
        await raw.publish(key.replace(':log:', ':wake:'), 'e');
        await pause;
      }
    });
    const refused = rounds * total(frames, (frame) => frame.refused);
    const delivered = rounds * total(frames, (frame) => frame.delivered);
    stage.measure('refused', refused);
    const [worker] = cast.members('ours', 'worker');
    if (worker === undefined) throw new Error('there is no worker');
    const buried = async (): Promise<number> => {
      const { deadLetters, parked } = await worker.child.ask('buried');
      return inAll(deadLetters) + parked;
    };
    await comesTrue(async () => (await buried()) >= refused, { withinMs: 10_000, everyMs: 200 });
    const found = await buried();
    if (found !== refused) stage.breach(`${found} are dead-lettered or parked, of ${refused}`);
    for (const role of ['worker', 'reader'] as const) {
      const states = await Promise.all(cast.members('ours', role).map(({ child }) => child.ask('state')));
      const others = states.reduce((sum, state) => sum + state.others, 0);
      if (others !== delivered) stage.breach(`${others} good ones came to the ${role}, of ${delivered}`);
      if (states.some(({ polluted }) => polluted)) stage.breach('a prototype was changed');
    }
  },
  check: ({ durable }, { measures }) => {
    const told = inAll(durable?.deadLetters ?? {}) + (durable?.parked ?? 0);
    return told === measures.refused ? [] : [`${told} reported as dead-lettered or parked, of ${measures.refused}`];
  },
  harm: lostOrTwice,
  tell: (ours) =>
    `dead-lettered: ${Object.entries(ours?.durable?.deadLetters ?? {})
      .map(([reason, times]) => `${times} ${reason}`)
      .join(', ')}; parked: ${ours?.durable?.parked ?? 0}`,
});
