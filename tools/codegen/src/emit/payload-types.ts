import { type ChannelModel, latestVersion } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { type ChannelNames, olderNames, type SideNames } from '../names/channel-names.js';
import { type ShapeScope, type Side, typeOf } from '../type/type-of.js';
import { declareUnion } from './declare-union.js';
import { type PayloadDocs, payloadDocs } from './payload-docs.js';
import { TypeList } from './type-list.js';
import { unionVariants } from './union-variants.js';

/** What handlers get comes first: that is what most readers look for. */
const sides: readonly Side[] = ['data', 'publish', 'wire'];

interface Payload {
  readonly schema: SchemaForm;
  readonly names: SideNames;
  readonly docs: PayloadDocs;
}

/** The types of a channel: Data, Publish and Wire of its latest version, then those of the older ones. */
export function payloadTypes(channel: ChannelModel, names: ChannelNames, scope: ShapeScope): TypeList {
  const list = new TypeList();
  const latest = latestVersion(channel);
  declare(list, { schema: latest.schema, names, docs: payloadDocs(channel, latest, scope) }, scope);
  for (const older of channel.versions.slice(0, -1)) {
    const docs = payloadDocs(channel, older, scope);
    declare(list, { schema: older.schema, names: olderNames(channel, older.version), docs }, scope);
  }
  return list;
}

function declare(list: TypeList, { schema, names, docs }: Payload, scope: ShapeScope): void {
  const variants = unionVariants(schema);
  for (const side of sides) {
    const name = names[side];
    if (variants === undefined) {
      const type = typeOf(schema, side, scope);
      list.add(name, type, (isSame) => docs(side, isSame));
    } else {
      const members = variants.map((variant) => typeOf(variant.schema, side, scope));
      declareUnion(list, { name, variants, members, doc: (isSame) => docs(side, isSame) });
    }
  }
}
