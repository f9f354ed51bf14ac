import type { ChannelModel, ContractModel, ShapeModel } from '../model/contract-model.js';
import { shapesReachedBy } from '../model/shapes-reached.js';

/**
 * The channels of a release that are not the same in another one of the same lock: there, what is the same is the same
 * object (see `releasedModels`).
 */
export function channelsThatDiffer(release: ContractModel, other: ContractModel): ReadonlySet<string> {
  const channels = new Map(other.channels.map((channel) => [channel.name, channel]));
  const shapes = new Map(other.shapes.map((shape) => [shape.name, shape.schema]));
  const changed = new Set(release.shapes.filter(({ name, schema }) => shapes.get(name) !== schema));
  const isSame = (channel: ChannelModel): boolean =>
    channels.get(channel.name) === channel && !leadsTo(channel, changed, release.shapes);
  return new Set(release.channels.filter((channel) => !isSame(channel)).map(({ name }) => name));
}

function leadsTo(channel: ChannelModel, changed: ReadonlySet<ShapeModel>, shapes: readonly ShapeModel[]): boolean {
  return changed.size > 0 && shapesReachedBy([channel], shapes).some((shape) => changed.has(shape));
}
