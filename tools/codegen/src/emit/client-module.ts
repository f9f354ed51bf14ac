import { compareText } from '../model/canonical-json.js';
import { docComment } from '../text/doc-text.js';
import { stringLiteral } from '../text/string-literal.js';
import type { ClientOutline } from './client-plan.js';
import { exportedInterface, writeItems } from './declarations.js';
import type { GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import { sourceFile, type WriterFunction } from './source-file.js';

/** The module of the whole contract: its channels by their names, the list of them, and the facade. */
export function clientModule(plan: ClientOutline): GeneratedFile {
  const runtime = [
    { name: 'ChannelClient', typeOnly: true },
    { name: 'channelClient', typeOnly: false },
    { name: 'ContractClient', typeOnly: true },
    { name: 'contractClient', typeOnly: false },
    { name: 'EventBus', typeOnly: true },
  ];
  const modules = plan.channels
    .map(({ names: { module, constant } }) => ({
      from: `./${module}.js`,
      names: [{ name: constant, typeOnly: false }],
    }))
    .sort((a, b) => compareText(a.from, b.from));
  const imports = [{ from: runtimeModule, names: runtime }, ...modules];
  return {
    path: 'client.ts',
    content: sourceFile(imports, [channelMap(plan), channelList(plan), facadeType(plan), createFacade(plan)]),
  };
}

function channelMap({ contract, names, channels }: ClientOutline): WriterFunction {
  const [word, ...rest] = channels[0]?.model.name.split('.') ?? [];
  const example = rest.length === 0 ? 'a pattern' : `a pattern such as \`${word}.*\``;
  return exportedInterface(
    names.channelMap,
    channels.map((channel) => `readonly ${stringLiteral(channel.model.name)}: typeof ${channel.names.constant};`),
    { note: `The channels of the contract \`${contract}\` by their names, from which ${example} picks.` },
  );
}

function channelList({ contract, names, channels }: ClientOutline): WriterFunction {
  const type = `readonly ${names.channelMap}[keyof ${names.channelMap}][]`;
  return (writer) => {
    writer.write(docComment({ note: `Every channel of the contract \`${contract}\`, sorted by name.` }, ''));
    writer.writeLine(`export const ${names.channels}: ${type} = [`);
    writer.indent(() =>
      writeItems(
        writer,
        channels.map((channel) => channel.names.constant),
      ),
    );
    writer.write('];');
  };
}

function facadeType({ contract, names, channels }: ClientOutline): WriterFunction {
  return exportedInterface(
    `${names.facade} extends ContractClient<${names.channelMap}[keyof ${names.channelMap}]>`,
    channels.map(({ model, names: { constant } }) => {
      const doc = docComment({ description: model.description, deprecated: model.deprecated }, '');
      return `${doc}readonly ${constant}: ChannelClient<typeof ${constant}>;`;
    }),
    { note: `The contract \`${contract}\` on one bus: a client for each of its channels.` },
  );
}

function createFacade({ contract, names, channels }: ClientOutline): WriterFunction {
  const members = [
    `...contractClient(bus, ${names.channels})`,
    ...channels.map(({ names: { constant } }) => `${constant}: channelClient(bus, ${constant})`),
  ];
  return (writer) => {
    writer.write(docComment({ note: `Binds the contract \`${contract}\` to a bus.` }, ''));
    writer.write(`export function ${names.create}(bus: EventBus): ${names.facade} `).block(() => {
      writer.write('return ').inlineBlock(() => writeItems(writer, members));
      writer.write(';');
    });
  };
}
