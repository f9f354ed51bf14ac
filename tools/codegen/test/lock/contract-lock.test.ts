import { defineChannel } from '@tidings/core/define';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { CodegenError } from '../../src/codegen-error.js';
import { type ContractLock, emptyLock } from '../../src/lock/contract-lock.js';
import { lockText } from '../../src/lock/lock-text.js';
import { readLock } from '../../src/lock/read-lock.js';
import { isAsReleased, recordRelease } from '../../src/lock/record-release.js';
import { releasedModels } from '../../src/lock/released-models.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

const money = z.object({ amount: z.int(), currency: z.string() });
const richMoney = z.object({ amount: z.int(), currency: z.string(), note: z.string().optional() });

/** A contract: which of three channels, in which of their forms, over which form of a shape. */
interface State {
  readonly placed: 0 | 1 | 2;
  readonly paid: 0 | 1;
  readonly shape: 0 | 1;
}

function contractOf({ placed, paid, shape }: State): ContractModel {
  const price = shape === 0 ? money : richMoney;
  const forms = [z.object({ id: z.string() }), z.object({ id: z.string().max(9), price })];
  const channels = [
    ...(placed === 0 ? [] : [defineChannel('order.placed', forms[placed - 1] ?? money)]),
    ...(paid === 0 ? [] : [defineChannel('order.paid', z.object({ price }), { delivery: 'durable' })]),
    defineChannel('order.closed', z.object({ id: z.string() })),
  ];
  return readContract({
    contract: 'orders',
    channels: channels.map((value) => ({ file: 'orders.ts', exportName: value.name.replace('.', ''), value })),
    shapes: [{ file: 'money.ts', exportName: 'money', value: price }],
  });
}

const states = fc.record<State>({
  placed: fc.constantFrom(0, 1, 2),
  paid: fc.constantFrom(0, 1),
  shape: fc.constantFrom(0, 1),
});

function withoutSource({ channels, ...model }: ContractModel): unknown {
  return { ...model, channels: channels.map(({ source: _, ...channel }) => channel) };
}

function lockOf(models: readonly ContractModel[]): ContractLock {
  return models.reduce((lock, model, index) => recordRelease(lock, `0.${index}.0`, model), emptyLock('orders'));
}

test('every release comes back as it was, from the file too', () => {
  fc.assert(
    fc.property(fc.array(states, { minLength: 1, maxLength: 8 }), (history) => {
      const models = history.map(contractOf);
      const lock = readLock(lockText(lockOf(models)));
      expect(releasedModels(lock).map(({ model }) => withoutSource(model))).toEqual(models.map(withoutSource));
      expect(isAsReleased(lock, models.at(-1) as ContractModel)).toBe(true);
      const last = JSON.stringify(withoutSource(models.at(-1) as ContractModel));
      for (const model of models) expect(isAsReleased(lock, model)).toBe(JSON.stringify(withoutSource(model)) === last);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('a form that was released once is kept once, however often it comes back', () => {
  const [one, other] = [contractOf({ placed: 1, paid: 1, shape: 0 }), contractOf({ placed: 2, paid: 1, shape: 1 })];
  const twice = lockOf([one, other]);
  expect(lockOf([one, other, one, other]).forms).toEqual(twice.forms);
});

test('a release that changes nothing adds nothing but its number', () => {
  const model = contractOf({ placed: 1, paid: 0, shape: 0 });
  const lock = lockOf([model]);
  expect(recordRelease(lock, '1.0.0', model)).toEqual({ ...lock, releases: ['0.0.0', '1.0.0'] });
});

test('an entry stands on a line of its own', () => {
  const lock = lockOf([contractOf({ placed: 1, paid: 0, shape: 0 }), contractOf({ placed: 0, paid: 0, shape: 0 })]);
  expect(lockText(lock)).toMatchInlineSnapshot(`
    "{
      "lock": 1,
      "model": 1,
      "contract": "orders",
      "releases": [
        "0.0.0",
        "0.1.0"
      ],
      "channels": [
        {"name":"order.closed","identifier":"orderclosed","delivery":"broadcast","since":"0.0.0","versions":[{"version":1,"minReader":1,"form":"42e32b3d92cc82b36ed4"}]},
        {"name":"order.placed","identifier":"orderplaced","delivery":"broadcast","since":"0.0.0","versions":[{"version":1,"minReader":1,"form":"42e32b3d92cc82b36ed4"}],"until":"0.1.0"}
      ],
      "shapes": [],
      "forms": {
        "42e32b3d92cc82b36ed4": {"kind":"object","properties":[{"name":"id","schema":{"kind":"string"}}],"rest":"strip"}
      }
    }
    "
  `);
});

describe('a file that is not right', () => {
  const text = lockText(lockOf([contractOf({ placed: 1, paid: 1, shape: 0 })]));

  test.each([
    ['no JSON', text.slice(0, 40), /^contract\.lock\.json: is no JSON .*take the file from the last release/],
    ['a conflict', `<<<<<<< HEAD\n${text}`, /^contract\.lock\.json: has conflicts of a merge in it: take the side/],
    ['something else', '{"name":"orders"}', /is no lock of a contract: it lacks the format's number, 'lock'/],
    ['a list', '[]', /is no lock of a contract/],
    ['a newer one', text.replace('"lock": 1', '"lock": 2'), /was written by a newer tidings \(lock 2; .*update/],
    ['a newer model', text.replace('"model": 1', '"model": 9'), /was written by a newer tidings \(model 9;/],
    ['another format', text.replace('"lock": 1', '"lock": "x"'), /is of format lock "x", which there is not/],
    [
      'a form that was edited',
      text.replace('"kind":"string"', '"kind":"number"'),
      /is not what was released: it was changed by hand/,
    ],
    [
      'a field too many',
      text.replace('"since"', '"more":1,"since"'),
      /has a field 'more' that this format does not have/,
    ],
    [
      'an unknown release',
      text.replace('"since":"0.0.0"', '"since":"7.0.0"'),
      /names a release '7\.0\.0' that the lock does not have/,
    ],
    [
      'a form that is missing',
      text.replace(/"form":"[0-9a-f]+"/, '"form":"beef"'),
      /names a form 'beef' that the lock does not have/,
    ],
  ])('%s', (_, broken, message) => {
    expect(() => readLock(broken)).toThrow(CodegenError);
    expect(() => readLock(broken)).toThrow(message);
  });
});
