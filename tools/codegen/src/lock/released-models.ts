import type { ChannelModel, ContractModel, ShapeModel, VersionModel } from '../model/contract-model.js';
import { type ContractLock, type LockedChannel, lockFile, type Span } from './contract-lock.js';

/** A release of a contract. */
export interface Release {
  /** The version of the package. */
  readonly version: string;
  readonly model: ContractModel;
}

/**
 * What a lock knows, oldest first. What releases have in common is the same object in all of them.
 *
 * @param versions Which releases. Default: all.
 */
export function releasedModels(lock: ContractLock, versions: readonly string[] = lock.releases): readonly Release[] {
  const at = new Map(lock.releases.map((release, index) => [release, index]));
  const channels = lock.channels.map((channel) => ({ channel, model: channelModel(channel, lock) }));
  const shapes = lock.shapes.map((shape) => ({ shape, model: { name: shape.name, schema: formOf(lock, shape.form) } }));
  const isIn = ({ since, until }: Span, release: number): boolean =>
    (at.get(since) ?? 0) <= release && (until === undefined || release < (at.get(until) ?? 0));
  return versions.map((version): Release => {
    const release = at.get(version);
    if (release === undefined) throw new RangeError(`there is no release ${version}`);
    const model: ContractModel = {
      model: 1,
      contract: lock.contract,
      channels: channels.flatMap(({ channel, model }): readonly ChannelModel[] =>
        isIn(channel, release) ? [model] : [],
      ),
      shapes: shapes.flatMap(({ shape, model }): readonly ShapeModel[] => (isIn(shape, release) ? [model] : [])),
    };
    return { version, model };
  });
}

function channelModel({ since: _, until: __, versions, ...channel }: LockedChannel, lock: ContractLock): ChannelModel {
  const [first, ...later] = versions.map(
    ({ version, minReader, form }): VersionModel => ({ version, minReader, schema: formOf(lock, form) }),
  );
  if (first === undefined) throw new RangeError(`channel '${channel.name}' has no version`);
  return { ...channel, source: { file: lockFile, exportName: channel.identifier }, versions: [first, ...later] };
}

function formOf({ forms }: ContractLock, hash: string): ShapeModel['schema'] {
  const form = forms[hash];
  if (form === undefined) throw new RangeError(`the lock has no form ${hash}`);
  return form;
}
