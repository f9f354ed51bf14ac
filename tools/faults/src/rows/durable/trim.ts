import { usualDurableChannels } from '../../stage/durable-medium.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';

const maxCount = 200;
/** What a worker holds of a channel at most: it may have been handled, and not yet acknowledged. */
const mostHeld = 256;

/** Nobody takes anything, and what nobody has taken is over its retention; so is what had been taken and not acknowledged. */
export const trim: Row = durableRow({
  name: 'trim',
  title: 'trim past pending',
  inject: `SIGSTOP of both workers and of the reader, for longer than their leases, while a partition keeps ${maxCount} events (retention.maxCount)`,
  promise: 'reported = actual, where what was handled and not yet acknowledged counts too',
  losesSome: true,
  cast: { sides: ['ours'] },
  open: (secrets) => SingleServer.open(secrets, { durable: { retention: { maxCount }, handlerMs: 5 } }),
  async strike(stage) {
    const { cast } = stage;
    const asleep = [...cast.members('ours', 'worker'), ...cast.members('ours', 'reader')];
    for (let times = stage.pick(1, 3); times > 0; times -= 1) {
      await stage.fault(async () => {
        for (const { child } of asleep) child.signal('SIGSTOP');
        await stage.lasts(stage.pick(3_500, 6_000));
        for (const { child } of asleep) child.signal('SIGCONT');
      });
      await stage.lasts(1_000);
    }
  },
  check: ({ lost, invented, durable }, { cast }) => [
    ...(invented <= mostHeld * cast.members('ours', 'worker').length * usualDurableChannels
      ? []
      : [`${invented} reported as trimmed that were handled`]),
    ...(lost > 0 ? [] : ['nothing was trimmed']),
    ...(durable?.reader.lost === durable?.trimmed.reader
      ? []
      : [`the reader lost ${durable?.reader.lost} and was told of ${durable?.trimmed.reader}`]),
  ],
  tell: (ours) =>
    `to the group ${ours?.durable?.trimmed.group ?? 0} reported of ${ours?.lost ?? 0}, to the reader ${ours?.durable?.trimmed.reader ?? 0} of ${ours?.durable?.reader.lost ?? 0}; no control: it is told nothing`,
});
