import { type ExportDeclarationStructure, StructureKind } from 'ts-morph';
import { compareText } from '../model/canonical-json.js';
import type { ContractModel } from '../model/contract-model.js';
import { channelNames, olderWireName } from '../names/channel-names.js';
import { contractNames } from '../names/contract-names.js';
import type { ShapeIndex } from '../type/shape-index.js';
import type { GeneratedFile } from './emitter.js';
import { shapeTypeNames } from './shapes-module.js';
import { nameList, type SourceWriter } from './source-file.js';

interface ExportedName {
  readonly name: string;
  readonly typeOnly: boolean;
}

/** What a generated module exports. */
export interface ModuleExports {
  /** The module's file name without its ending. */
  readonly module: string;
  readonly names: readonly ExportedName[];
}

/** Every generated module with its exports, the contract's own first. */
export function moduleExports(model: ContractModel, shapes: ShapeIndex): readonly ModuleExports[] {
  const names = contractNames(model.contract);
  const client = { module: 'client', names: [...values(names.channels, names.create), ...types(names.facade)] };
  const channels = model.channels
    .map((channel) => {
      const own = channelNames(channel);
      const older = channel.versions.slice(0, -1).map(({ version }) => olderWireName(channel, version));
      const functions = [own.publishFunction, own.subscribeFunction, own.unsubscribeFunction, own.eventsFunction];
      return {
        module: own.module,
        names: [...values(own.constant, ...functions), ...types(own.data, own.publish, own.wire, own.event, ...older)],
      };
    })
    .toSorted((a, b) => compareText(a.module, b.module));
  const shared = { module: 'shapes', names: types(...shapes.all.flatMap(shapeTypeNames)) };
  return shared.names.length === 0 ? [client, ...channels] : [client, ...channels, shared];
}

/** The entry of the generated client: every export by its name. */
export function indexModule(model: ContractModel, shapes: ShapeIndex, writer: SourceWriter): GeneratedFile {
  const statements = moduleExports(model, shapes).map(({ module, names }): ExportDeclarationStructure => {
    const isTypeOnly = names.every(({ typeOnly }) => typeOnly);
    return {
      kind: StructureKind.ExportDeclaration,
      moduleSpecifier: `./${module}.js`,
      isTypeOnly,
      namedExports: nameList(
        names
          .toSorted((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name))
          .map(({ name, typeOnly }) => (typeOnly && !isTypeOnly ? `type ${name}` : name)),
        `./${module}.js`,
      ),
    };
  });
  return { path: 'index.ts', content: writer.write('index.ts', [], statements) };
}

function values(...names: readonly string[]): readonly ExportedName[] {
  return names.map((name) => ({ name, typeOnly: false }));
}

function types(...names: readonly string[]): readonly ExportedName[] {
  return names.map((name) => ({ name, typeOnly: true }));
}
