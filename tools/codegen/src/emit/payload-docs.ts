import { type ChannelModel, latestVersion, type VersionModel } from '../model/contract-model.js';
import type { Doc } from '../text/doc-text.js';
import { docOf } from '../type/doc-of.js';
import type { ShapeScope, Side } from '../type/type-of.js';

/** What the type of a payload says on one side. `isSame`: whether it reads like the type of an earlier side. */
export type PayloadDocs = (side: Side, isSame: boolean) => Doc;

/** The documentation of the types of one version of a channel. */
export function payloadDocs(channel: ChannelModel, version: VersionModel, scope: ShapeScope): PayloadDocs {
  const isLatest = version === latestVersion(channel);
  return (side, isSame) => {
    const { description, deprecated, examples } = docOf(version.schema, side, scope);
    return {
      description: side === 'data' ? ((isLatest ? channel.description : undefined) ?? description) : undefined,
      note: isLatest ? latestNote(channel, side, isSame) : olderNote(version, side),
      deprecated: channel.deprecated ?? deprecated,
      ...(!isSame && { examples }),
    };
  };
}

function latestNote(channel: ChannelModel, side: Side, isSame: boolean): string {
  const name = `\`${channel.name}\``;
  switch (side) {
    case 'data':
      return `What handlers of ${name} receive.`;
    case 'publish':
      return `What publishers of ${name} give.${isSame ? '' : ' What has a default may be left out.'}`;
    case 'wire':
      return `The JSON form of ${name}, version ${latestVersion(channel).version}.`;
  }
}

function olderNote({ version }: VersionModel, side: Side): string {
  switch (side) {
    case 'data':
      return `What handlers received when version ${version} was the latest.`;
    case 'publish':
      return `What publishers gave when version ${version} was the latest.`;
    case 'wire':
      return `The JSON form of version ${version}, which older publishers send.`;
  }
}
