import { relative } from 'node:path/posix';
import { type ChannelModel, latestVersion } from '../model/contract-model.js';
import { stringLiteral } from '../text/string-literal.js';
import { channelFunctions, functionTypes } from './channel-functions.js';
import type { PlannedChannel } from './client-plan.js';
import { exportedConstant, exportedType } from './declarations.js';
import type { EmitOptions, GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import { type NamesFrom, sourceFile } from './source-file.js';

/** The module of one channel: its types, the channel without a trace of zod, and its functions. */
export function channelModule(channel: PlannedChannel, options: EmitOptions): GeneratedFile {
  const { model, names, types } = channel;
  const event = exportedType(names.event, `${eventType(model)}<${stringLiteral(model.name)}, ${names.data}>`, {
    note: `An event of \`${model.name}\`, as handlers receive it.`,
    deprecated: model.deprecated,
  });
  const statements = [
    ...types.types.map(({ name, text, doc }) => exportedType(name, text, doc)),
    event,
    channelConstant(channel),
    ...channelFunctions(channel),
  ];
  return { path: `${names.module}.ts`, content: sourceFile(importsOf(channel, options), statements) };
}

function importsOf({ model, types }: PlannedChannel, options: EmitOptions): readonly NamesFrom[] {
  const { runtime, shapes } = types.imports;
  const fromRuntime = [eventType(model), 'Channel', 'Exactly', ...functionTypes(model), ...runtime];
  return [
    {
      from: runtimeModule,
      names: [
        ...fromRuntime.map((name) => ({ name, typeOnly: true })),
        ...(isReadByOlder(model) ? [{ name: 'readableFrom', typeOnly: false }] : []),
      ],
    },
    {
      from: definitionModule(model, options),
      names: [{ name: model.source.exportName, as: 'definition', typeOnly: false }],
    },
    { from: './shapes.js', names: [...shapes].map((name) => ({ name, typeOnly: true })) },
  ];
}

/** The channel under its own types: this does not compile if they are not those of the definition. */
function channelConstant({ model, names }: PlannedChannel): string {
  const { constant, wire, publish, data } = names;
  const channelTypes = `{ wire: ${wire}; publish: ${publish}; data: ${data}; delivery: ${stringLiteral(model.delivery)} }`;
  const type = `Channel<\n  ${stringLiteral(model.name)},\n  ${channelTypes}\n>`;
  const checked = `definition satisfies Exactly<typeof ${constant}, typeof definition>`;
  const { minReader } = latestVersion(model);
  const value = isReadByOlder(model) ? `readableFrom(${minReader}, ${checked})` : checked;
  const doc = { description: model.description, note: facts(model), deprecated: model.deprecated };
  return exportedConstant(constant, type, value, doc);
}

/** Whether what is published may be read by readers of an older version: the definition does not know that by itself. */
function isReadByOlder(model: ChannelModel): boolean {
  const { version, minReader } = latestVersion(model);
  return minReader < version;
}

function eventType({ delivery }: ChannelModel): string {
  return delivery === 'durable' ? 'DurableEvent' : 'BusEvent';
}

function facts(model: ChannelModel): string {
  const key = model.key === undefined ? '' : ` Key: \`${model.key}\`.`;
  return `\`${model.name}\`, version ${latestVersion(model).version}${readers(model)}. Delivery: ${model.delivery}.${key}`;
}

/** Who can read what is published, where that is not the latest version alone. */
function readers(model: ChannelModel): string {
  return isReadByOlder(model) ? `, which readers from version ${latestVersion(model).minReader} on can read` : '';
}

function definitionModule({ source }: ChannelModel, { output }: EmitOptions): string {
  const path = relative(output, source.file.replace(/\.([cm]?)tsx?$/, '.$1js'));
  return path.startsWith('.') ? path : `./${path}`;
}
