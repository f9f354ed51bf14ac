import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import * as define from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readContract, type SchemaForm } from '../src/index.js';
import { checkFields, detailFields } from '../src/model/check-rules.js';
import { factFields, formRule, kindFields } from '../src/model/form-rules.js';
import { channelFields, contractFields } from '../src/model/read-model.js';
import { SchemaReader } from '../src/zod/schema-reader.js';
import { ShapeNames } from '../src/zod/shape-names.js';

const page: string = readFileSync(join(import.meta.dirname, '../../../docs/model.md'), 'utf8');

const checks = checkFields(formRule);

/** What a piece of TypeScript on the page gives. */
function evaluated(code: string): unknown {
  const names = ['z', ...Object.keys(define)];
  const make: unknown = runInThisContext(`(${names.join(', ')}) => (${code})`);
  if (typeof make !== 'function') throw new TypeError('no function');
  return Reflect.apply(make, undefined, [z, ...Object.values(define)]);
}

function formOf(code: string): SchemaForm {
  const reader = new SchemaReader(new ShapeNames([]));
  const form = reader.readPayload(evaluated(code) as z.ZodType, { file: 'a.ts', channel: 'a', identifier: 'a' });
  expect(reader.problems).toEqual([]);
  return form;
}

/** A heading's text until the next of its level or above. */
function section(heading: string): string {
  const level = heading.indexOf(' ');
  const from = page.indexOf(`\n${heading}\n`);
  expect(from, heading).toBeGreaterThan(0);
  const rest = page.slice(from + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'));
  return end === -1 ? rest : rest.slice(0, end);
}

function block(text: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';
}

/** The rows of a section's table: what it is of, the example, and what the page says the model has. */
function rows(heading: string): readonly (readonly [string, string, string])[] {
  const cells = /^\| (.*?) ?\| `(.*)` \| `(.*)` \|$/gm;
  return [...section(heading).matchAll(cells)].map(([, name = '', code = '', json = '']) => [
    name.replaceAll('`', ''),
    code,
    json,
  ]);
}

describe('the page on the model', () => {
  test.each(Object.entries(kindFields))('shows the kind %s, and all it may have', (kind, rules) => {
    const text = section(`### \`${kind}\``);
    expect(formOf(block(text, 'ts partial'))).toEqual(JSON.parse(block(text, 'json')));
    const hidden = Object.keys(rules).filter((name) => !text.includes(`\`${name}\``) && !text.includes(`"${name}"`));
    expect(hidden).toEqual([]);
  });

  test('has no kind that there is not', () => {
    const headings = [...section('## Kinds').matchAll(/^### `(.*)`$/gm)].map(([, kind]) => kind);
    expect(headings.toSorted()).toEqual(Object.keys(kindFields).toSorted());
  });

  test.each(rows('## What every form may have'))('shows the fact %s', (_, code, json) => {
    expect(formOf(code)).toEqual(JSON.parse(json));
  });

  test.each(rows('## Checks'))('shows the check %s: %s', (check, code, json) => {
    expect(formOf(code).checks).toEqual([JSON.parse(json)]);
    expect(JSON.parse(json)).toHaveProperty('check', check);
  });

  test.each(rows('## Details of formats'))('shows the detail %s', (_, code, json) => {
    expect(formOf(code)).toHaveProperty('details', JSON.parse(json));
  });

  test.each(rows('## Codecs'))('shows %s %s', (_, code, json) => {
    expect(formOf(code)).toHaveProperty('via', JSON.parse(json));
  });

  test.each([
    ['## What every form may have', factFields],
    ['## Checks', checks],
    ['## Details of formats', detailFields],
  ] as const)('leaves nothing out of %s', (heading, rules) => {
    const shown = new Set(rows(heading).map(([name]) => name));
    expect([...shown].toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  test('shows every field of every check', () => {
    for (const [check, rules] of Object.entries(checks)) {
      const shown = rows('## Checks')
        .filter(([name]) => name === check)
        .map(([, , json]) => json)
        .join();
      expect(
        Object.keys(rules).filter((field) => !shown.includes(`"${field}"`) && !isShared(check, field)),
        check,
      ).toEqual([]);
    }
  });

  test('shows a whole model, with every field', () => {
    const text = section('## The whole');
    const code = block(text, 'ts partial');
    const value = evaluated(code.replace(/^export const userJoined = /, '').replace(/;\s*$/, ''));
    const channels = [{ file: 'src/channels/user-joined.ts', exportName: 'userJoined', value }];
    const shown = block(text, 'json');
    expect(readContract({ contract: 'users', channels })).toEqual(JSON.parse(shown));
    expect(
      Object.keys({ ...contractFields, ...channelFields }).filter((field) => !shown.includes(`"${field}"`)),
    ).toEqual([]);
  });
});

/** `max` has what is shown of `min`. */
function isShared(check: string, field: string): boolean {
  return check === 'max' && field === 'exclusive';
}
