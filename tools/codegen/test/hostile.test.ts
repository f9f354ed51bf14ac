import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBus } from '@tidings/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitClient, readContract } from '../src/index.js';
import * as definitions from './hostile/definitions.js';
import { tsc } from './tsc.js';

const folder: string = join(import.meta.dirname, '..', '.tidings', 'hostile');

beforeAll(() => {
  const channels = Object.entries(definitions).map(([exportName, value]) => ({
    file: '../../test/hostile/definitions.ts',
    exportName,
    value,
  }));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'generated'), { recursive: true });
  for (const { path, content } of emitClient(readContract({ contract: 'hostile', channels }), {
    output: 'generated',
  })) {
    writeFileSync(join(folder, 'generated', path), content);
  }
  const config = { extends: '../../test/golden/tsconfig.json', include: ['**/*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('hostile text compiles, with types that equal those of the definitions', async () => {
  expect(await tsc(folder)).toBe('');
});

test('hostile text runs, and runs nothing of its own', async () => {
  const client = await import(join(folder, 'generated', 'index.ts'));
  const bus = new MemoryBus();
  const events = client.createHostileEvents(bus);
  const seen: unknown[] = [];
  await events.names.subscribe(({ data }: { readonly data: unknown }) => seen.push(data));
  await events.names.publish(definitions.namesSample);
  await bus.close();
  expect(seen).toEqual([definitions.namesSample]);
  expect(Reflect.get(globalThis, 'injected')).toBeUndefined();
});
