import type { WriterFunction } from 'ts-morph';
import { compareText } from '../model/canonical-json.js';
import type { ContractModel } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import { contractNames } from '../names/contract-names.js';
import { docComment } from '../text/doc-text.js';
import { verbatim } from './declarations.js';
import type { GeneratedFile } from './emitter.js';
import { runtimeModule } from './runtime-module.js';
import type { SourceWriter } from './source-file.js';

/** The module of the whole contract: the list of its channels, and the facade. */
export function clientModule(model: ContractModel, writer: SourceWriter): GeneratedFile {
  const runtime = [
    { name: 'ChannelClient', typeOnly: true },
    { name: 'channelClient', typeOnly: false },
    { name: 'ContractClient', typeOnly: true },
    { name: 'contractClient', typeOnly: false },
    { name: 'EventBus', typeOnly: true },
  ];
  const modules = model.channels
    .map(channelNames)
    .toSorted((a, b) => compareText(a.module, b.module))
    .map(({ module, constant }) => ({ from: `./${module}.js`, names: [{ name: constant, typeOnly: false }] }));
  const imports = [{ from: runtimeModule, names: runtime }, ...modules];
  const statements = [channelList(model), facadeType(model), createFacade(model)];
  return { path: 'client.ts', content: writer.write('client.ts', imports, statements) };
}

function channelList({ contract, channels }: ContractModel): WriterFunction {
  const names = contractNames(contract);
  const constants = channels.map((channel) => channelNames(channel).constant);
  const types = constants.map((constant) => `  typeof ${constant},\n`).join('');
  const values = constants.map((constant) => `  ${constant},\n`).join('');
  const doc = docComment({ description: `Every channel of the contract \`${contract}\`, sorted by name.` }, '');
  return verbatim(`${doc}export const ${names.channels}: readonly [\n${types}] = [\n${values}];`);
}

function facadeType({ contract, channels }: ContractModel): WriterFunction {
  const names = contractNames(contract);
  const members = channels.map((channel) => {
    const { constant } = channelNames(channel);
    return `${docComment(channel, '  ')}  readonly ${constant}: ChannelClient<typeof ${constant}>;\n`;
  });
  const doc = docComment(
    { description: `The contract \`${contract}\` on one bus: a client for each of its channels.` },
    '',
  );
  const head = `export interface ${names.facade} extends ContractClient<(typeof ${names.channels})[number]>`;
  return verbatim(`${doc}${head} {\n${members.join('')}}`);
}

function createFacade({ contract, channels }: ContractModel): WriterFunction {
  const names = contractNames(contract);
  const members = channels.map((channel) => {
    const { constant } = channelNames(channel);
    return `    ${constant}: channelClient(bus, ${constant}),\n`;
  });
  const doc = docComment({ description: `Binds the contract \`${contract}\` to a bus.` }, '');
  return verbatim(
    `${doc}export function ${names.create}(bus: EventBus): ${names.facade} {\n` +
      `  return {\n    ...contractClient(bus, ${names.channels}),\n${members.join('')}  };\n}`,
  );
}
