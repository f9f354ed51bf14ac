import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CodegenError } from '../../src/codegen-error.js';
import { compareContracts } from '../../src/compare/compare-contracts.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

interface Version {
  readonly schema: z.ZodObject;
  readonly minReader?: number;
}

function contractOf(
  versions: readonly Version[],
  accepted: readonly string[] = [],
  released: readonly ContractModel[] = [],
): ContractModel {
  const [first, ...later] = versions;
  let channel = defineChannel('order.placed', first?.schema ?? z.object({}));
  for (const { schema, minReader } of later) {
    channel = channel.evolve(schema, { up: (older) => older as never, ...(minReader !== undefined && { minReader }) });
  }
  return readContract({
    contract: 'orders',
    channels: [{ file: 'order-placed.ts', exportName: 'orderPlaced', value: channel }],
    accepted,
    released: () => released.map((model, index) => ({ version: `${index}.0.0`, model })),
  });
}

function minReaders(versions: readonly Version[], accepted: readonly string[] = []): readonly (number | undefined)[] {
  return contractOf(versions, accepted).channels[0]?.versions.map(({ minReader }) => minReader) ?? [];
}

function problemsOf(versions: readonly Version[]): readonly string[] {
  try {
    contractOf(versions);
    return [];
  } catch (error) {
    return (error as CodegenError).problems.map(({ message }) => message);
  }
}

const id = z.object({ id: z.string() });
const idAndNote = z.object({ id: z.string(), note: z.string() });

describe('who can read a version', () => {
  test.each<[string, readonly Version[], readonly number[]]>([
    ['one version is read by its own readers', [{ schema: id }], [1]],
    ['what older readers drop, they can read', [{ schema: id }, { schema: idAndNote }], [1, 1]],
    ['what they refuse, they can not', [{ schema: idAndNote }, { schema: id }], [1, 2]],
    [
      'each in between has to read it',
      [{ schema: id }, { schema: idAndNote }, { schema: id }, { schema: z.object({ id: z.string(), more: z.int() }) }],
      [1, 1, 3, 3],
    ],
    [
      'strict readers refuse what they do not know',
      [{ schema: z.strictObject({ id: z.string() }) }, { schema: idAndNote }],
      [1, 2],
    ],
    ['an author may raise it', [{ schema: id }, { schema: idAndNote, minReader: 2 }], [1, 2]],
    ['or say what is true anyway', [{ schema: id }, { schema: idAndNote, minReader: 1 }], [1, 1]],
  ])('%s', (_, versions, expected) => {
    expect(minReaders(versions)).toEqual(expected);
  });

  test('an author can not say what a payload shows to be wrong', () => {
    expect(problemsOf([{ schema: idAndNote }, { schema: id, minReader: 1 }])).toEqual([
      expect.stringMatching(
        /^says minReader 1 of version 2, but readers of version 1 refuse \{"id":"[^"]*"\} \(payload\.note: .*\): leave minReader out, or raise it to 2$/,
      ),
    ]);
  });
});

test('readers may have any form that a version was released with', () => {
  const released = [contractOf([{ schema: z.object({ id: z.string(), note: z.int().optional() }) }])];
  const versions = [{ schema: id }, { schema: idAndNote }];
  const found = contractOf(versions, [], released).channels[0]?.versions.map(({ minReader }) => minReader);
  expect(found).toEqual([1, 2]);
  expect(minReaders(versions)).toEqual([1, 1]);
});

describe('what can not be decided', () => {
  const refined = z.object({ id: z.string().refine((value) => value.startsWith('o-')) });
  const versions = [{ schema: refined }, { schema: idAndNote }];

  test('is not taken for readable', () => {
    expect(minReaders(versions)).toEqual([1, 2]);
    expect(problemsOf([{ schema: refined }, { schema: idAndNote, minReader: 1 }])).toEqual([
      expect.stringMatching(
        /can't be decided \(payload\.id: .*: leave minReader out; if they can, tidings breaking shows how to record that \([0-9a-f]{12}\)/,
      ),
    ]);
  });

  test('is settled by an acceptance of the change that the comparison names', () => {
    const [change] = compareContracts(contractOf(versions.slice(0, 1)), contractOf(versions));
    expect(change).toMatchObject({ kind: 'VERSION_ADDED', answers: { forward: 'unknown' } });
    expect(minReaders(versions, [change?.fingerprint ?? ''])).toEqual([1, 1]);
    expect(minReaders(versions, ['0123456789ab'])).toEqual([1, 2]);
  });
});
