import type { AnyChannel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Acceptance, acceptancesText, readAcceptances } from '../../src/evolution/acceptance.js';
import { demandedBy, type Finding, type JudgeOptions, judgeEvolution } from '../../src/evolution/judge-evolution.js';
import { emptyLock } from '../../src/lock/contract-lock.js';
import { recordRelease } from '../../src/lock/record-release.js';
import { releasedModels } from '../../src/lock/released-models.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

function contractOf(...channels: readonly AnyChannel[]): ContractModel {
  return readContract({
    contract: 'orders',
    channels: channels.map((value) => ({ file: 'orders.ts', exportName: value.name.replace('.', ''), value })),
  });
}

function placed(shape: z.ZodRawShape): AnyChannel {
  return defineChannel('order.placed', z.object(shape));
}

/** Judges the last contract against the releases of the others, by way of a lock. */
function judged(history: readonly (readonly AnyChannel[])[], options: JudgeOptions = {}): readonly Finding[] {
  const models = history.map((channels) => contractOf(...channels));
  const lock = models
    .slice(0, -1)
    .reduce((made, model, index) => recordRelease(made, `${index + 1}.0.0`, model), emptyLock('orders'));
  return judgeEvolution(releasedModels(lock), models.at(-1) as ContractModel, options);
}

function told(findings: readonly Finding[]): readonly unknown[] {
  return findings.map(({ kind, against, standing, severity }) => [kind, against, standing, severity]);
}

const id = z.string();

test('without a release everything is new', () => {
  const findings = judged([[placed({ id })]]);
  expect(told(findings)).toEqual([['CHANNEL_ADDED', undefined, 'fine', 'minor']]);
  expect(demandedBy(findings)).toBe('minor');
  expect(demandedBy([])).toBeUndefined();
});

describe('what becomes of a change', () => {
  test('a released version may not be edited so that old and new can not read each other', () => {
    const findings = judged([[placed({ id })], [placed({ id, total: z.int() })]]);
    expect(told(findings)).toEqual([['FIELD_ADDED_REQUIRED', '1.0.0', 'forbidden', 'major']]);
  });

  test('a new version may; a major release says so', () => {
    const first = defineChannel('order.placed', z.object({ id, total: z.int() }));
    const second = first.evolve(z.object({ id }), { up: ({ id }) => ({ id }) });
    expect(told(judged([[first], [second]]))).toEqual([['VERSION_ADDED', '1.0.0', 'breaking', 'major']]);
  });

  test('code that no longer compiles is for a major release too', () => {
    const findings = judged([[placed({ id, note: z.string().optional() })], [placed({ id })]]);
    expect(told(findings)).toEqual([['FIELD_REMOVED_OPTIONAL', '1.0.0', 'breaking', 'major']]);
  });

  test('what could not be decided of reading stays open, whatever else breaks', () => {
    const codec = z.codec(z.string(), z.number(), { decode: Number, encode: String });
    const history = [[placed({ id })], [placed({ id: codec })]];
    expect(told(judged(history))).toContainEqual([expect.any(String), '1.0.0', 'open', 'review']);
    expect(told(judged(history)).map((each) => (each as readonly string[])[2])).not.toContain('breaking');
  });

  test('a property that has to be there, although an option of it might be missing, is told', () => {
    const option = z.union([z.string().optional(), z.number()]);
    const history = [[placed({ id: option })], [placed({ id: z.union([z.string(), z.number()]) })]];
    expect(told(judged(history))).toContainEqual([expect.any(String), '1.0.0', 'forbidden', 'major']);
    expect(judged(history).some(({ answers }) => answers.backward === 'no')).toBe(true);
  });

  test('an optional property with another name loses data, and says so', () => {
    const history = [[placed({ id, userId: id.optional() })], [placed({ id, userID: id.optional() })]];
    const [renamed] = judged(history, { rules: 'WIRE_FULL' });
    expect(renamed).toMatchObject({ kind: 'FIELD_RENAMED', standing: 'forbidden', counterexamples: [] });
    expect(renamed?.reasons.backward).toBe('what was written as userId is lost to new readers, who look for userID');
  });

  test('a version that older readers are told not to read breaks them', () => {
    const first = placed({ id });
    const second = (minReader: number): AnyChannel =>
      defineChannel('order.placed', z.object({ id })).evolve(z.object({ id, note: id.optional() }), {
        up: (v1) => v1,
        minReader,
      });
    expect(told(judged([[first], [second(1)]]))).toEqual([['VERSION_ADDED', '1.0.0', 'fine', 'minor']]);
    expect(told(judged([[first], [second(2)]]))).toEqual([['VERSION_ADDED', '1.0.0', 'breaking', 'major']]);
    expect(told(judged([[second(1)], [second(2)]]))).toEqual([['MIN_READER_RAISED', '1.0.0', 'breaking', 'major']]);
  });

  test('unless only reading counts', () => {
    const history = [[placed({ id, note: z.string().optional() })], [placed({ id })]];
    expect(told(judged(history, { rules: 'WIRE_FULL' }))).toEqual([
      ['FIELD_REMOVED_OPTIONAL', '1.0.0', 'fine', 'minor'],
    ]);
  });

  test('unless only new readers count', () => {
    const history = [[placed({ id })], [placed({ id: z.string().optional() })]];
    expect(told(judged(history, { rules: 'WIRE_FULL' }))[0]).toContain('forbidden');
    expect(told(judged(history, { rules: 'WIRE_BACKWARD' }))[0]).toContain('fine');
  });
});

describe('what is accepted', () => {
  const history = [
    [placed({ id: id.refine((value) => value !== '') })],
    [placed({ id: id.refine((value) => value !== 'x') })],
  ];

  function accepting({ fingerprint, kind, channel }: Finding): Acceptance {
    return { fingerprint, kind, channel, reason: 'Nobody sends either.' };
  }

  test('if it could not be decided, is harmless from then on', () => {
    const [open] = judged(history);
    expect(open).toMatchObject({ kind: 'REFINEMENT_CHANGED', standing: 'open', severity: 'review' });
    const accepted = open === undefined ? [] : [accepting(open)];
    const findings = judged(history, { accepted });
    expect(told(findings)).toEqual([['REFINEMENT_CHANGED', '1.0.0', 'accepted', 'minor']]);
    expect(findings[0]?.accepted?.reason).toBe('Nobody sends either.');
  });

  test('if it breaks, still breaks, but may pass', () => {
    const edited = [[placed({ id })], [placed({ id, total: z.int() })]];
    const accepted = judged(edited).map(accepting);
    expect(told(judged(edited, { accepted }))).toEqual([['FIELD_ADDED_REQUIRED', '1.0.0', 'accepted', 'major']]);
  });

  test('is another change once it means something else, and the same one whatever else changes', () => {
    const accepted = judged(history).map(accepting);
    const [before] = history;
    const described = placed({ id: id.refine((value) => value !== 'x').describe('Its number.'), more: id.optional() });
    expect(told(judged([before ?? [], [described]], { accepted }))).toContainEqual([
      'REFINEMENT_CHANGED',
      '1.0.0',
      'accepted',
      'minor',
    ]);
    const other = placed({ id: id.refine((value) => value !== 'y') });
    expect(told(judged([before ?? [], [other]], { accepted }))).toEqual([
      ['REFINEMENT_CHANGED', '1.0.0', 'open', 'review'],
    ]);
  });

  test('is the same one wherever it is met, and whatever order options have', () => {
    const [a, b] = [id.refine((value) => value !== 'a'), id.refine((value) => value !== 'b')];
    const options = (it: z.ZodType): readonly z.ZodType[] => [
      z.object({ kind: z.literal('a'), it }),
      z.object({ kind: z.literal('b') }),
    ];
    const union = (list: readonly z.ZodType[]): AnyChannel => placed({ it: z.union(list as [z.ZodType, z.ZodType]) });
    const before = [union(options(a))];
    const [first] = judged([before, [union(options(b))]]);
    const [second] = judged([before, [union([...options(b)].reverse())]]);
    expect(first?.kind).toBe('REFINEMENT_CHANGED');
    expect(second?.fingerprint).toBe(first?.fingerprint);
  });

  test('a channel that goes, comes back as another one and goes again goes for another reason', () => {
    const other = defineChannel('order.paid', z.object({ id }));
    const [gone] = judged([[placed({ id }), other], [other]]);
    const [again] = judged([[placed({ id: z.int() }), other], [other]]);
    expect([gone?.kind, again?.kind]).toEqual(['CHANNEL_REMOVED', 'CHANNEL_REMOVED']);
    expect(again?.fingerprint).not.toBe(gone?.fingerprint);
  });

  test('is read as it was written', () => {
    const accepted: readonly Acceptance[] = [
      { fingerprint: 'b', kind: 'KEY_CHANGED', channel: 'b', reason: '"quoted"\n', path: 'payload', version: 2 },
      { fingerprint: 'a', kind: 'KEY_CHANGED', channel: 'a', reason: 'x' },
    ];
    expect(readAcceptances(acceptancesText(accepted))).toEqual([accepted[1], accepted[0]]);
    expect(readAcceptances(acceptancesText([]))).toEqual([]);
  });

  test.each([
    ['{', /contract\.accepted\.json: is no JSON/],
    ['[]', /expected an object, found a list/],
    ['{"format":1,"accepted":[{"fingerprint":"a"}]}', /record\.accepted\[0\]: lacks 'kind'.*lacks 'reason'/s],
    ['{"format":2,"accepted":[]}', /expected 1, found 2/],
  ])('is refused where it can not be read: %s', (text, message) => {
    expect(() => readAcceptances(text)).toThrow(message);
  });
});

describe('releases before the last one', () => {
  const asText = [placed({ id, ref: z.string().optional() })];
  const without = [placed({ id })];
  const asNumber = [placed({ id, ref: z.int().optional() })];

  test('may still have their events and readers', () => {
    const findings = judged([asText, without, asNumber]);
    expect(told(findings)).toEqual([
      ['FIELD_ADDED_OPTIONAL', '2.0.0', 'fine', 'minor'],
      ['TYPE_CHANGED', '1.0.0', 'forbidden', 'major'],
    ]);
    // Code is compiled against the last release.
    expect(findings[1]?.answers).toMatchObject({ publish: 'yes', handle: 'yes', backward: 'no', forward: 'no' });
    expect(findings[1]?.reason).not.toContain('compiles');
  });

  test('do not count where only the last one is asked for', () => {
    expect(told(judged([asText, without, asNumber], { transitive: false }))).toEqual([
      ['FIELD_ADDED_OPTIONAL', '2.0.0', 'fine', 'minor'],
    ]);
  });

  test('what a release in between has done already is not told again', () => {
    expect(judged([asNumber, without, without])).toEqual([]);
    expect(told(judged([[placed({ id, total: z.int() })], without, [placed({ id, note: id.optional() })]]))).toEqual([
      ['FIELD_ADDED_OPTIONAL', '2.0.0', 'fine', 'minor'],
    ]);
  });

  test('a version that came is told once, unless older readers are worse off', () => {
    const evolved = (shape: z.ZodRawShape, to: z.ZodRawShape): AnyChannel =>
      defineChannel('order.placed', z.object(shape)).evolve(z.object(to), { up: (v1) => v1 as never });
    const [first, second] = [{ id }, { id, note: z.string().max(9).optional() }];
    const refused = [[placed(first)], [placed(second)], [evolved(second, { note: z.string().max(9) })]];
    expect(told(judged(refused))).toEqual([['VERSION_ADDED', '2.0.0', 'breaking', 'major']]);
    const worse = [
      [placed({ id, ref: z.string().optional() })],
      [placed({ id })],
      [evolved({ id }, { id, ref: z.int().optional() })],
    ];
    expect(told(judged(worse))).toEqual([
      ['VERSION_ADDED', '2.0.0', 'fine', 'minor'],
      ['VERSION_ADDED', '1.0.0', 'breaking', 'major'],
    ]);
  });

  test('a channel that comes back is held against what it was', () => {
    const other = defineChannel('order.paid', z.object({ id }));
    const findings = judged([[...without, other], [other], [placed({ id: z.int() }), other]]);
    expect(told(findings)).toEqual([
      ['CHANNEL_ADDED', '2.0.0', 'fine', 'minor'],
      ['TYPE_CHANGED', '1.0.0', 'forbidden', 'major'],
    ]);
  });
});
