import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBus } from '@tidings/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { emitAsyncApi, emitClient, emitJsonSchemas } from '../src/index.js';
import { asyncApiDiagnostics } from './async-api-diagnostics.js';
import { clientFolder, exportsOf } from './client-folder.js';
import { factsOf } from './facts-of.js';
import * as definitions from './hostile/definitions.js';
import { everything, texts } from './hostile/texts.js';
import { tsc } from './tsc.js';

const folder = clientFolder('hostile', exportsOf('hostile/definitions.ts', definitions));
const generated: string = join(folder.path, 'generated');
const names: readonly string[] = readdirSync(generated).sort();

afterAll(() => folder.remove());

describe('hostile text', () => {
  test('compiles, with types that equal those of the definitions', async () => {
    expect(await tsc(folder.path)).toBe('');
  });

  test.each(names)('is text, and nothing else, in %s', (name) => {
    const facts = factsOf(name, readFileSync(join(generated, name), 'utf8'));
    expect(facts.problems).toEqual([]);
    expect(facts.odd).toEqual([]);
    expect(facts.identifiers).not.toContain('injected');
    expect(facts.identifiers).not.toContain('globalThis');
    for (const tag of facts.tags) expect(['deprecated', 'default', 'example']).toContain(tag);
  });

  test('can be seen for what it is', () => {
    for (const name of names) {
      const content = readFileSync(join(generated, name), 'utf8');
      expect(content.replaceAll('\n', '').match(/[\p{C}\p{Zl}\p{Zp}]/u), name).toBe(null);
    }
  });

  test('is text in JSON Schemas and in the AsyncAPI document too, and can be seen there', {
    timeout: 60_000,
  }, async () => {
    const [document, ...schemas] = [...emitAsyncApi(folder.model), ...emitJsonSchemas(folder.model)];
    // The parser calls this method of whatever it meets, and throws where a property is called so.
    const readable = document?.content.replaceAll('"hasOwnProperty"', '"hasOwn"') ?? '';
    expect(await asyncApiDiagnostics(readable)).toEqual([]);
    const ajv = new Ajv2020({ ownProperties: true, strict: false });
    for (const { path, content } of schemas) expect(ajv.compile(JSON.parse(content)), path).toBeTypeOf('function');
    for (const file of [document, ...schemas]) {
      expect(file?.content.replaceAll('\n', '').match(/[\p{C}\p{Zl}\p{Zp}]/u), file?.path).toBe(null);
    }
    const described = JSON.parse(schemas.find(({ path }) => path.startsWith('properties.'))?.content ?? '{}');
    for (const text of texts) expect(described.properties[text], text).toMatchObject({ description: everything });
  });

  test('goes into files that every system can have', () => {
    expect(names.filter((name) => !/^(?!(?:con|nul|aux|prn)\.)[\p{L}\p{N}][\p{L}\p{N}-]*\.ts$/u.test(name))).toEqual(
      [],
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThan(90);
  });

  test('runs, and runs nothing of its own', async () => {
    const client = await import(join(generated, 'index.ts'));
    await using bus = new MemoryBus();
    const events = client.createHostileEvents(bus);
    const all = Object.fromEntries(texts.map((text) => [text, everything]));
    const seen: unknown[] = [];
    const values = {
      enumerated: texts[0],
      open: texts[3],
      literal: texts[7],
      template: `\`\${1}\`\\${texts[2]}`,
      keys: all,
    };
    const properties = { prototype: 'x', toString: 'x', await: 'x', ...all };
    const option = { [texts[0]]: texts[3], value: everything };
    await events.subscribe('*', ({ data }: { readonly data: unknown }) => seen.push(data));
    await events.properties.publish(properties);
    await events.values.publish(values);
    await events.optionsChannel.publish(option);
    await events.__proto__Channel.publish({ a: everything });
    await bus.close();
    const filled = { ...values, preset: everything, presets: [...texts], record: all };
    expect(seen).toEqual([properties, filled, option, { a: everything }]);
    expect(Object.getPrototypeOf(events)).toBe(Object.prototype);
    expect(Reflect.get(globalThis, 'injected')).toBeUndefined();
  });
});

test('a hostile name of a contract and of a file stay what they are', () => {
  const [channel] = folder.model.channels;
  if (channel === undefined) throw new RangeError('There is no channel.');
  const source = { ...channel.source, file: `src/it's\n*/ globalThis.injected = true; //.ts` };
  const model = {
    ...folder.model,
    contract: `*/ globalThis.injected = true; '\`\${`,
    channels: [{ ...channel, source }],
  };
  for (const { path, content } of emitClient(model, { output: 'src/generated' })) {
    const facts = factsOf(path, content);
    expect([facts.problems, facts.odd], path).toEqual([[], []]);
    expect(facts.identifiers, path).not.toContain('injected');
  }
});
