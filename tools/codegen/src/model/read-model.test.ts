import { bytes, defineChannel, isoDate } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { CodegenError } from '../codegen-error.js';
import { readContract } from '../read/read-contract.js';
import { canonicalJson } from './canonical-json.js';
import type { ContractModel } from './contract-model.js';
import { readModel } from './read-model.js';

const node = z.object({
  'odd "name"': z.string().max(3).default('\u2028\ud800'),
  at: isoDate.meta({ examples: [new Date(0)] }),
  get next() {
    return node.nullish();
  },
});
const placed = defineChannel(
  'order.placed',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal(['a', 1, null]), node, bytes, n: z.number().gt(0).catch(-0) }),
    z
      .object({ type: z.literal('b'), list: z.tuple([z.json()], z.email()).readonly() })
      .refine((order) => order.list.length > 1),
  ]),
  { retention: { maxAgeMs: 1 }, delivery: 'durable' },
);
const model: ContractModel = readContract({
  contract: 'shop',
  channels: [{ file: 'a.ts', exportName: 'placed', value: placed }],
});
const json: string = canonicalJson(model);

function problemsOf(text: string): readonly string[] {
  try {
    readModel(text, 'contract.lock.json');
    return [];
  } catch (error) {
    if (!(error instanceof CodegenError)) throw error;
    expect(error.code).toBe('unreadable_model');
    expect(error.problems.every(({ file }) => file === 'contract.lock.json')).toBe(true);
    return error.problems.map(({ path, message }) => [path, message].filter((part) => part !== undefined).join(' '));
  }
}

/** The model with one thing changed. */
function changed(change: (copy: Changeable) => void): string {
  const copy = JSON.parse(json) as Changeable;
  change(copy);
  return JSON.stringify(copy);
}

interface Changeable {
  model: unknown;
  channels: Record<string, unknown>[];
  shapes: Record<string, unknown>[];
}

describe('readModel', () => {
  test('gives back what was written', () => {
    expect(readModel(json)).toEqual(model);
    expect(readModel(JSON.stringify(model))).toEqual(model);
    expect(canonicalJson(readModel(JSON.stringify(model)))).toBe(json);
  });

  test.each<[string, string, readonly (string | RegExp)[]]>([
    ['what is no JSON', '{', [/^is no JSON \(.*\): write it anew/]],
    ['what is no model', '[]', ["is no model of a contract: it lacks the format's number, 'model'"]],
    [
      'a newer format',
      changed((copy) => {
        copy.model = 2;
      }),
      ['is of format 2, and this version of @tidings/codegen reads format 1: update it'],
    ],
    [
      'a format that there is not',
      changed((copy) => {
        copy.model = 'x';
      }),
      ['is of format "x", which there is not: write it anew with tidings generate'],
    ],
    [
      'missing fields, fields that there are not, and fields of another type, all at once',
      changed(({ channels: [channel] }) => {
        if (channel === undefined) return;
        Object.assign(channel, { key: 1, owner: 'me', delivery: 'loud' });
        delete channel.identifier;
      }),
      [
        "model.channels[0] lacks 'identifier'",
        'model.channels[0].delivery expected "broadcast" or "durable", found "loud"',
        'model.channels[0].key expected a string, found 1',
        "model.channels[0] has a field 'owner' that this format does not have",
      ],
    ],
    [
      'kinds and checks that there are not, deep inside',
      changed(({ shapes: [shape] }) => {
        if (shape !== undefined) {
          shape.schema = {
            kind: 'array',
            element: { kind: 'tube' },
            checks: [{ check: 'smell' }, { check: 'pattern', pattern: { source: '(' } }, { check: 'min', value: '1' }],
          };
        }
      }),
      [
        'model.shapes[0].schema.element has the kind "tube", which this format does not have',
        'model.shapes[0].schema.checks[0] has the check "smell", which this format does not have',
        /^model.shapes\[0\].schema.checks\[1\].pattern holds no regular expression: /,
        'model.shapes[0].schema.checks[2].value expected a number, found "1"',
      ],
    ],
    [
      'references that lead nowhere, and names that are taken',
      changed((copy) => {
        copy.channels.push({ ...copy.channels[0] });
        copy.shapes = [];
      }),
      [
        "model.channels[1] is called 'order.placed', as one before it is",
        /refers to a shape 'JsonValue' that the model/,
      ],
    ],
    [
      'versions that do not count',
      changed(({ channels: [channel] }) => {
        if (channel !== undefined) channel.versions = [{ version: 2, minReader: 3, schema: { kind: 'null' } }];
      }),
      [
        'model.channels[0].versions[0] is version 2, where version 1 was expected',
        'model.channels[0].versions[0] has a minReader that is no version up to 2',
      ],
    ],
  ])('refuses %s', (_, text, expected) => {
    const problems = problemsOf(text);
    for (const one of expected) {
      expect(problems).toContainEqual(typeof one === 'string' ? one : expect.stringMatching(one));
    }
  });
});
