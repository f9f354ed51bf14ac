import { plainPrefix } from '../media/plain-medium.js';
import { channelName } from '../participant/numbered-event.js';
import { comesTrue } from '../process/until.js';
import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import { type BadFrame, badFrames } from './bad-frames.js';
import type { Row } from './row.js';

const everyMs = 200;

/** Somebody publishes what nobody should. */
export const badBytes: Row = loadRow({
  name: 'bad-bytes',
  title: 'bad bytes, __proto__, depth, schema, unknown version',
  inject: `raw PUBLISH of ${badFrames('').length} frames, nearly all of them wrong, each in its own way, every ${everyMs} ms`,
  promise: 'dropped, reported',
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const { cast, scene, secrets } = stage;
    const frames = badFrames(secrets.payload);
    const raw = scene.server.client();
    const rounds = stage.pick(8, 25);
    await stage.fault(async () => {
      for (let round = 0; round < rounds; round += 1) {
        const pause = stage.lasts(everyMs);
        for (const { bytes } of frames) {
          await raw.publish(`tidings:${channelName(0)}`, bytes);
          await raw.publish(plainPrefix + channelName(0), bytes);
        }
        await pause;
      }
    });
    stage.measure('refused frames', rounds * total(frames, ({ refused }) => refused));
    const delivered = rounds * total(frames, (frame) => frame.delivered);
    for (const { child } of cast.members('ours', 'subscriber')) {
      await comesTrue(async () => (await child.ask('state')).others >= delivered, { withinMs: 10_000 });
      const { others, polluted } = await child.ask('state');
      if (others !== delivered) stage.breach(`${others} events that are good arrived beside bad ones, of ${delivered}`);
      if (polluted) stage.breach('a prototype was changed');
    }
  },
  check({ invalid, lost }, { measures }) {
    const reported = Object.values(invalid).reduce((sum, each) => sum + each, 0);
    return [
      ...(reported === measures['refused frames']
        ? []
        : [`${reported} reported as invalid, of ${measures['refused frames']}`]),
      ...(lost === 0 ? [] : [`${lost} others lost`]),
    ];
  },
  harm: ({ crashes }) =>
    crashes.uncaughtException === undefined
      ? undefined
      : `${crashes.uncaughtException} uncaught exceptions, the first of which ends a process`,
  tell: (ours) =>
    `reported: ${Object.entries(ours?.invalid ?? {})
      .map(([reason, times]) => `${times} ${reason}`)
      .join(', ')}`,
});

/** Of all frames together. */
export function total(frames: readonly BadFrame[], of: (frame: BadFrame) => number): number {
  return frames.reduce((sum, frame) => sum + of(frame), 0);
}
