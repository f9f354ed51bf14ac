import type { ChannelModel, ContractModel } from './contract-model.js';
import { shapesReachedBy } from './shapes-reached.js';

/** Two models that differ in the content of some channels and in nothing else. */
export interface ModelChange {
  readonly before: ContractModel;
  readonly after: ContractModel;
}

/**
 * The channels that a change is about, and the shapes that they lead to, as models of their own: what does not depend on
 * others can be emitted from them, and comes out as from the whole.
 *
 * @returns undefined if more has changed: channels have come or gone, or shapes are not the same.
 */
export function changedPart({ before, after }: ModelChange): ModelChange | undefined {
  if (before.contract !== after.contract || before.channels.length !== after.channels.length) return undefined;
  // The very same: a change keeps what it does not reach.
  if (before.shapes !== after.shapes) return undefined;
  const pairs = after.channels.flatMap((channel, index): readonly [ChannelModel, ChannelModel | undefined][] =>
    channel === before.channels[index] ? [] : [[channel, before.channels[index]]],
  );
  const older: ChannelModel[] = [];
  for (const [channel, was] of pairs) {
    if (was === undefined || !isSamePlace(channel, was)) return undefined;
    older.push(was);
  }
  const newer = pairs.map(([channel]) => channel);
  const shapes = shapesReachedBy([...newer, ...older], after.shapes);
  return { before: { ...before, channels: older, shapes }, after: { ...after, channels: newer, shapes } };
}

/** Whether two channels are generated into the same files. */
function isSamePlace(a: ChannelModel, b: ChannelModel): boolean {
  return (
    a.name === b.name &&
    a.identifier === b.identifier &&
    a.source.file === b.source.file &&
    a.source.exportName === b.source.exportName &&
    a.versions.length === b.versions.length
  );
}
