import type { Form, Row } from '../rows/row.js';
import { durableBreachesOf } from './durable-breaches.js';
import { usualDurableChannels } from './durable-medium.js';
import { type LoadRow, loadRow } from './load-row.js';
import type { Scene } from './scene.js';

/** A row of the durable column: events are published on durable channels, two processes are one group, and a third reads by cursor. */
export interface DurableRow<S extends Scene> extends Omit<LoadRow<S>, 'breaches'> {
  /** How many events a failover may cost, by what was measured of it. Default none. */
  unreplicated?(measures: Readonly<Record<string, number>>): number;
}

/** Makes a row out of one. In short, without the control: everybody runs it, and it takes three processes more. */
export function durableRow<S extends Scene>({ losesSome = false, unreplicated, ...row }: DurableRow<S>): Row {
  const of = (form: Form): Row =>
    loadRow({
      ...row,
      // Then not all that was accepted will come.
      losesSome: losesSome || unreplicated !== undefined,
      cast: {
        subscribers: 0,
        workers: 2,
        readers: 1,
        channels: usualDurableChannels,
        ...row.cast,
        ...(form === 'short' && { sides: ['ours'] }),
      },
      breaches: (outcome) =>
        durableBreachesOf(outcome, { losesSome, unreplicated: unreplicated?.(outcome.measures) ?? 0 }),
    });
  return { ...of('full'), play: (form) => of(form).play(form) };
}
