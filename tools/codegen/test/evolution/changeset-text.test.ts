import type { AnyChannel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { changesetName, changesetText } from '../../src/evolution/changeset-text.js';
import { type Finding, judgeEvolution } from '../../src/evolution/judge-evolution.js';
import { isEnough, type ReleaseType, releaseType } from '../../src/evolution/release-type.js';
import type { ContractModel } from '../../src/model/contract-model.js';
import { readContract } from '../../src/read/read-contract.js';

function contractOf(...channels: readonly AnyChannel[]): ContractModel {
  return readContract({
    contract: 'orders',
    channels: channels.map((value) => ({ file: 'orders.ts', exportName: value.name.replace('.', ''), value })),
  });
}

function findingsOf(before: readonly AnyChannel[], after: readonly AnyChannel[]): readonly Finding[] {
  return judgeEvolution([{ version: '1.0.0', model: contractOf(...before) }], contractOf(...after));
}

const placed = defineChannel('order.placed', z.object({ id: z.uuid(), total: z.int() }));
const paid = defineChannel('order.paid', z.object({ id: z.uuid() }), { description: 'An order was paid.' });

describe('the text of a changeset', () => {
  test('tells in words what happened to events, what breaks first and with its payload', () => {
    const evolved = placed.evolve(z.object({ id: z.uuid(), total: z.int().optional() }), { up: (v1) => v1 });
    const findings = findingsOf(
      [placed, paid, defineChannel('order.closed', z.object({ id: z.uuid() }))],
      [
        evolved,
        defineChannel('order.paid', z.object({ id: z.uuid(), by: z.string().optional() }), {
          description: 'An order *was* paid.',
          deprecated: 'Use `order.settled`.',
        }),
        defineChannel('order.settled', z.object({ id: z.uuid() }), { description: 'An order was settled.' }),
      ],
    );
    expect(changesetText({ packageName: '@acme/orders', type: 'major', findings })).toMatchInlineSnapshot(`
      "---
      '@acme/orders': major
      ---

      Events: 2 with breaking changes, 1 added, 1 deprecated, 1 changed, 1 described in other words

      - **Breaking**: \`order.closed\`: a channel is gone
        Whoever publishes or handles it no longer compiles; what is in the log of a durable one is read by nobody.
      - **Breaking**: \`order.placed\`: version 2 came, in which a property that had to be there may be missing
        An old reader refuses some of what is written now: payload.total: it may be missing, and has to be there. A handler no longer compiles: payload.total: it may be missing.

        Readers of the release before refuse this (payload.total: it may be missing, and has to be there):

        \`\`\`json
        {"id":"123e4567-e89b-42d3-a456-426614174000"}
        \`\`\`
      - **Added**: \`order.settled\`: a channel came (An order was settled.)
      - **Deprecated**: \`order.paid\`: a channel is deprecated (Use \\\`order.settled\\\`.)
      - **Changed**: \`order.paid\`, \`payload.by\`: a property that may be missing came (by)
      - **Described**: \`order.paid\`: it is described in other words (An order was paid. → An order \\*was\\* paid.)
      "
    `);
  });

  test('one that is hostile is text all the same', () => {
    const findings = findingsOf(
      [paid],
      [defineChannel('order.paid', z.object({ id: z.uuid() }), { description: '<b>\n---\n# x `y` [z](w)' })],
    );
    expect(changesetText({ packageName: "a'b", type: 'patch', findings })).toMatchInlineSnapshot(`
      "---
      'a''b': patch
      ---

      Events: 1 described in other words

      - **Described**: \`order.paid\`: it is described in other words (An order was paid. → \\<b\\> --- \\# x \\\`y\\\` \\[z\\](w))
      "
    `);
  });
});

test('its name says which changes it is about', () => {
  const findings = findingsOf([placed], [placed, paid]);
  const name = changesetName({ packageName: '@acme/My Orders', findings });
  expect(name).toMatch(/^tidings-acme-my-orders-[0-9a-f]{10}\.md$/);
  expect(changesetName({ packageName: '@acme/My Orders', findings: [...findings].reverse() })).toBe(name);
  expect(changesetName({ packageName: '@acme/My Orders', findings: findingsOf([placed], [placed]) })).not.toBe(name);
});

test.each<[string, 'patch' | 'minor' | 'major', string, boolean, ReleaseType]>([
  ['semver from 1.0 on', 'major', '1.4.2', false, 'major'],
  ['semver from 1.0 on', 'minor', '1.4.2', false, 'minor'],
  ['semver from 1.0 on', 'patch', '10.4.2', false, 'patch'],
  ['a break before 1.0', 'major', '0.4.2', false, 'minor'],
  ['anything else before 1.0', 'minor', '0.4.2', false, 'patch'],
  ['words before 1.0', 'patch', '0.4.2', false, 'patch'],
  ['the first release', 'minor', '0.0.0', true, 'minor'],
])('%s: %s of %s', (_, severity, version, isFirst, expected) => {
  expect(releaseType(severity, version, isFirst)).toBe(expected);
});

test('a promise is enough if it is at least what is needed', () => {
  expect(isEnough('major', 'minor')).toBe(true);
  expect(isEnough('minor', 'minor')).toBe(true);
  expect(isEnough('patch', 'minor')).toBe(false);
  expect(isEnough('none', 'patch')).toBe(false);
  expect(isEnough(undefined, 'patch')).toBe(false);
});
