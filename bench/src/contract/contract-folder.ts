import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { benchFolder } from '../installed-package.js';
import { type CopiedDefinition, copiedDefinition } from './copied-definition.js';
import { realDefinitions } from './real-definitions.js';

/** A contract package of some size in a folder of its own, removed when it is disposed of. */
export class ContractFolder implements Disposable {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'tidings-bench-'));
  readonly channels: readonly CopiedDefinition[];

  /** @param size How many channels: the workspace's own, over and over, each time with shapes of their own. */
  constructor(size: number) {
    const real = realDefinitions();
    const channels = real.filter(({ kind }) => kind === 'channels');
    const shapes = real.filter(({ kind }) => kind === 'shapes');
    const copies = Math.ceil(size / channels.length);
    const numbers = Array.from({ length: copies }, (_, copy) => copy);
    this.channels = numbers.flatMap((copy) => channels.map((file) => copiedDefinition(file, copy))).slice(0, size);
    this.write('package.json', '{ "name": "@bench/contract", "version": "0.0.0", "type": "module" }\n');
    // A folder of its own, since tools keep their caches there.
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of ['@tidings', 'zod']) {
      symlinkSync(join(benchFolder, 'node_modules', name), join(this.folder, 'node_modules', name));
    }
    for (const { path, text } of this.channels) this.write(path, text);
    for (const copy of numbers) {
      for (const file of shapes) {
        const { path, text } = copiedDefinition(file, copy);
        this.write(path, text);
      }
    }
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
