import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBus } from '@tidings/core';
import { describe, expect, test } from 'vitest';
import {
  emitAsyncApi,
  emitClient,
  emitJsonSchemas,
  type GeneratedFile,
  type LoadedExport,
  readContract,
} from '../src/index.js';
import { asyncApiDiagnostics } from './async-api-diagnostics.js';
import { tsc } from './tsc.js';

const golden: string = join(import.meta.dirname, 'golden');
const shop: string = join(golden, 'shop');

async function exportsOf(kind: 'channels' | 'shapes', reversed = false): Promise<readonly LoadedExport[]> {
  const files = readdirSync(join(golden, 'shop', kind)).sort();
  const loaded = await Promise.all(
    files.map(async (name) => ({
      name,
      module: await import(`./golden/shop/${kind}/${name.replace(/\.ts$/, '')}.ts`),
    })),
  );
  const exports = loaded.flatMap(({ name, module }) =>
    Object.entries(module).map(([exportName, value]) => ({ file: `${kind}/${name}`, exportName, value })),
  );
  return reversed ? exports.toReversed() : exports;
}

async function generated(reversed = false): Promise<readonly GeneratedFile[]> {
  const channels = await exportsOf('channels', reversed);
  const shapes = await exportsOf('shapes', reversed);
  const model = readContract({ contract: 'shop', channels, shapes });
  const client = emitClient(model, { output: 'generated' });
  const spec = [...emitJsonSchemas(model), ...emitAsyncApi(model)];
  return [...inFolder('generated', client), ...inFolder('spec', spec)];
}

function inFolder(folder: string, files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
}

/** What is in the folders that are generated. */
function filesThere(): readonly string[] {
  const folders = ['generated', 'spec'].filter((folder) => existsSync(join(shop, folder)));
  return folders.flatMap((folder) => readdirSync(join(shop, folder)).map((name) => `${folder}/${name}`)).sort();
}

describe('the golden folders', () => {
  test('are what the definitions generate, byte for byte (GOLDEN=write accepts what is generated)', async () => {
    const files = await generated();
    if (process.env.GOLDEN === 'write') {
      for (const folder of ['generated', 'spec']) {
        rmSync(join(shop, folder), { recursive: true, force: true });
        mkdirSync(join(shop, folder));
      }
      for (const { path, content } of files) writeFileSync(join(shop, path), content);
    }
    expect(files.map(({ path }) => path).sort()).toEqual(filesThere());
    for (const { path, content } of files) expect(content, path).toBe(readFileSync(join(shop, path), 'utf8'));
  });

  test('come out the same a second time, and in whatever order definitions are loaded', async () => {
    const first = await generated();
    expect(await generated()).toEqual(first);
    expect(await generated(true)).toEqual(first);
  });

  test('have an AsyncAPI document that its parser has nothing to say of', { timeout: 60_000 }, async () => {
    expect(await asyncApiDiagnostics(readFileSync(join(shop, 'spec', 'asyncapi.json'), 'utf8'))).toEqual([]);
  });

  test('compile, with the program that uses them, and refuse misuse', async () => {
    expect(await tsc(golden)).toBe('');
  });

  test('need no inference to be declared, and name no zod type', async () => {
    const complaints = await tsc(golden, '--isolatedDeclarations', 'true', '--declaration', 'true');
    expect(complaints.split('\n').filter((line) => line.includes('/generated/'))).toEqual([]);
    const declarations = join(import.meta.dirname, '..', '.tidings', 'declarations');
    try {
      const options = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--declarationMap', 'false'];
      expect(await tsc(golden, ...options, '--rootDir', golden, '--outDir', declarations)).toBe('');
      const written = join(declarations, 'shop', 'generated');
      const texts = readdirSync(written).map((name) => readFileSync(join(written, name), 'utf8'));
      expect(texts).toHaveLength(6);
      for (const text of texts) expect(text).not.toMatch(/zod|channels\//i);
    } finally {
      rmSync(declarations, { recursive: true, force: true });
    }
  });

  test('run on a bus', async () => {
    const { useClient } = await import('./golden/shop/use.js');
    expect(await useClient(new MemoryBus())).toEqual([
      'handler: 0 1 12',
      'pattern: order.placed 0',
      'stream: 2',
      'group: given up 1',
      'batch: given up',
      'cursor: given up string',
      'pattern: order.placed 0',
    ]);
  });
});
