import type { Row } from '../rows/row.js';
import { durableBreachesOf } from './durable-breaches.js';
import { usualDurableChannels } from './durable-medium.js';
import { type LoadRow, loadRow } from './load-row.js';
import type { Scene } from './scene.js';

/** A row of the durable column: events are published on durable channels, two processes are one group, and a third reads by cursor. */
export type DurableRow<S extends Scene> = Omit<LoadRow<S>, 'breaches'>;

/** Makes a row out of one. */
export function durableRow<S extends Scene>({ losesSome = false, ...row }: DurableRow<S>): Row {
  return loadRow({
    ...row,
    losesSome,
    cast: { subscribers: 0, workers: 2, readers: 1, channels: usualDurableChannels, ...row.cast },
    breaches: (outcome) => durableBreachesOf(outcome, losesSome),
  });
}
