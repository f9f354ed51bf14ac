import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContractModel, emitClient, type LoadedExport, readContract } from '../src/index.js';

/** Where a test's client is written: `generated` below a folder that has a project of its own. */
export interface ClientFolder {
  readonly path: string;
  readonly model: ContractModel;
  /** Writes another file into the folder. */
  write(name: string, text: string): void;
  remove(): void;
}

/** The exports of a module as the generator takes them. `file` is relative to this folder. */
export function exportsOf(file: string, module: Readonly<Record<string, unknown>>): readonly LoadedExport[] {
  return Object.entries(module).map(([exportName, value]) => ({ file: `../../test/${file}`, exportName, value }));
}

/** Generates a client into a folder of its own, with the compiler options of the golden folder. */
export function clientFolder(
  name: string,
  channels: readonly LoadedExport[],
  shapes: readonly LoadedExport[] = [],
): ClientFolder {
  const path = join(import.meta.dirname, '..', '.tidings', name);
  const model = readContract({ contract: name, channels, shapes });
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, 'generated'), { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(path, file), text);
  for (const { path: file, content } of emitClient(model, { output: 'generated' })) write(`generated/${file}`, content);
  write('tsconfig.json', JSON.stringify({ extends: '../../test/golden/tsconfig.json', include: ['**/*.ts'] }));
  return { path, model, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}
