import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

/** Somebody empties the server. */
export const flushAll: Row = durableRow({
  name: 'flushall',
  title: 'FLUSHALL',
  inject: 'FLUSHALL',
  promise: 'groups made anew, the loss reported as reset',
  losesSome: true,
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    for (let times = stage.pick(1, 5); times > 0; times -= 1) {
      await stage.fault(() => stage.scene.call('FLUSHALL'));
      await stage.lasts(300);
    }
  },
  check: ({ durable }) => [
    ...(durable?.resets.group ? [] : ['the group was not told that the log was lost']),
    ...(durable?.resets.reader ? [] : ['the reader was not told that the log was lost']),
  ],
  harm: lostOrTwice,
  tell: (ours) =>
    `reset was reported ${ours?.durable?.resets.group ?? 0} times to workers, ${ours?.durable?.resets.reader ?? 0} times to readers`,
});
