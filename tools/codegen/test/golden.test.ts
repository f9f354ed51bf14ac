import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBus } from '@tidings/core';
import { describe, expect, test } from 'vitest';
import { emitClient, type GeneratedFile, type LoadedExport, readContract } from '../src/index.js';
import { tsc } from './tsc.js';

const golden: string = join(import.meta.dirname, 'golden');
const folder: string = join(golden, 'shop', 'generated');

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
  return emitClient(readContract({ contract: 'shop', channels, shapes }), { output: 'generated' });
}

describe('the golden folder', () => {
  test('is what its definitions generate, byte for byte (GOLDEN=write accepts what is generated)', async () => {
    const files = await generated();
    if (process.env.GOLDEN === 'write') {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const { path, content } of files) writeFileSync(join(folder, path), content);
    }
    const there = existsSync(folder) ? readdirSync(folder).sort() : [];
    expect(files.map(({ path }) => path).sort()).toEqual(there);
    for (const { path, content } of files) expect(content, path).toBe(readFileSync(join(folder, path), 'utf8'));
  });

  test('comes out the same a second time, and in whatever order definitions are loaded', async () => {
    const first = await generated();
    expect(await generated()).toEqual(first);
    expect(await generated(true)).toEqual(first);
  });

  test('compiles, with the program that uses it, and refuses misuse', async () => {
    expect(await tsc(golden)).toBe('');
  });

  test('needs no inference to be declared, and names no zod type', async () => {
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

  test('runs on a bus', async () => {
    const { useClient } = await import('./golden/shop/use.js');
    expect(await useClient(new MemoryBus())).toEqual([
      'handler: 0 1 12',
      'pattern: order.placed 0',
      'stream: 2',
      'pattern: order.placed 0',
    ]);
  });
});
