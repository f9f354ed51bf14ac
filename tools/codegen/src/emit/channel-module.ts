import { relative } from 'node:path/posix';
import type { WriterFunction } from 'ts-morph';
import { type ChannelModel, latestVersion } from '../model/contract-model.js';
import { channelNames, olderWireName } from '../names/channel-names.js';
import { stringLiteral } from '../text/string-literal.js';
import type { ImportedNames } from '../type/imported-names.js';
import type { ShapeIndex } from '../type/shape-index.js';
import { type Side, typeOf } from '../type/type-of.js';
import { channelFunctions, functionTypes } from './channel-functions.js';
import { exportedConstant, exportedType } from './declarations.js';
import type { EmitOptions, GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import { type SideType, sideTypes } from './side-types.js';
import type { ImportedFrom, SourceWriter } from './source-file.js';

/** The module of one channel: its types, the channel without a trace of zod, and its functions. */
export function channelModule(
  channel: ChannelModel,
  shapes: ShapeIndex,
  writer: SourceWriter,
  options: EmitOptions,
): GeneratedFile {
  const names = channelNames(channel);
  const imported: ImportedNames = { shapes: new Set(), runtime: new Set() };
  const types = sideTypes(payloadTypes(channel, shapes), imported);
  const runtime = ['BusEvent', 'Channel', ...functionTypes, ...imported.runtime];
  const imports: readonly ImportedFrom[] = [
    { from: runtimeModule, names: runtime.map((name) => ({ name, typeOnly: true })) },
    {
      from: definitionModule(channel, options),
      names: [{ name: channel.source.exportName, as: 'definition', typeOnly: false }],
    },
    { from: './shapes.js', names: [...imported.shapes].map((name) => ({ name, typeOnly: true })) },
  ];
  const event = exportedType(
    names.event,
    { kind: 'text', text: `BusEvent<${stringLiteral(channel.name)}, ${names.data}>` },
    { description: `An event of \`${channel.name}\`, as handlers receive it.`, deprecated: channel.deprecated },
  );
  const path = `${names.module}.ts`;
  const statements = [...types, event, channelConstant(channel), ...channelFunctions(channel)];
  return { path, content: writer.write(path, imports, statements) };
}

function payloadTypes(channel: ChannelModel, shapes: ShapeIndex): readonly SideType[] {
  const names = channelNames(channel);
  const { schema, version } = latestVersion(channel);
  const { description, deprecated } = channel;
  const at = (side: Side, name: string, sentence: string): SideType => ({
    side,
    name,
    type: typeOf(schema, side, shapes),
    doc: { description: sentence, deprecated },
  });
  const older = channel.versions.slice(0, -1).map(
    (old): SideType => ({
      side: 'wire',
      name: olderWireName(channel, old.version),
      type: typeOf(old.schema, 'wire', shapes),
      doc: { description: `The JSON form of version ${old.version}, which older publishers send.`, deprecated },
    }),
  );
  const about = description ?? schema.description;
  const lead = about === undefined ? '' : `${about}\n\n`;
  return [
    at('data', names.data, `${lead}What handlers of \`${channel.name}\` receive.`),
    at('publish', names.publish, `What publishers of \`${channel.name}\` give. What has a default may be left out.`),
    at('wire', names.wire, `The JSON form of \`${channel.name}\`, version ${version}.`),
    ...older,
  ];
}

/** The channel under its own types: this does not compile if they are not those of the definition. */
function channelConstant(channel: ChannelModel): WriterFunction {
  const { constant, wire, publish, data } = channelNames(channel);
  const types = `{ wire: ${wire}; publish: ${publish}; data: ${data}; delivery: ${stringLiteral(channel.delivery)} }`;
  const doc = {
    description: channel.description ?? `The channel \`${channel.name}\`.`,
    deprecated: channel.deprecated,
  };
  const type = `Channel<\n  ${stringLiteral(channel.name)},\n  ${types}\n>`;
  return exportedConstant(constant, type, 'definition', doc);
}

function definitionModule({ source }: ChannelModel, { output }: EmitOptions): string {
  const path = relative(output, source.file.replace(/\.([cm]?)tsx?$/, '.$1js'));
  return path.startsWith('.') ? path : `./${path}`;
}
