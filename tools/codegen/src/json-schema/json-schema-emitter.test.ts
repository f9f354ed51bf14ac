import { defineChannel } from '@tidings/core/define';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ContractModel } from '../model/contract-model.js';
import { readContract } from '../read/read-contract.js';
import { emitJsonSchemas } from './json-schema-emitter.js';

const user = z.object({ name: z.string() });
const team = z.object({ lead: user, members: z.array(user).max(50) });
const teamFormed = defineChannel('team.formed', z.object({ user }), {
  description: 'A team came together.',
  deprecated: 'Teams are gone.',
}).evolve(z.object({ team }), { up: (older) => ({ team: { lead: older.user, members: [] } }) });

function teams(reversed = false): ContractModel {
  const shapes = [
    { file: 'user.ts', exportName: 'user', value: user },
    { file: 'team.ts', exportName: 'team', value: team },
  ];
  return readContract({
    contract: 'teams',
    channels: [{ file: 'team-formed.ts', exportName: 'teamFormed', value: teamFormed }],
    shapes: reversed ? shapes.toReversed() : shapes,
  });
}

test('a file for each version, which has all that it refers to and nothing else', () => {
  const [first, second] = emitJsonSchemas(teams());
  expect([first?.path, second?.path]).toEqual(['team-formed.v1.schema.json', 'team-formed.v2.schema.json']);
  expect(Object.keys(JSON.parse(first?.content ?? '').$defs)).toEqual(['User']);
  expect(second?.content).toMatchInlineSnapshot(`
    "{
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "team.formed, version 2",
      "description": "A team came together.",
      "deprecated": true,
      "type": "object",
      "properties": {
        "team": {
          "$ref": "#/$defs/Team"
        }
      },
      "required": [
        "team"
      ],
      "$defs": {
        "Team": {
          "type": "object",
          "properties": {
            "lead": {
              "$ref": "#/$defs/User"
            },
            "members": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/User"
              },
              "maxItems": 50
            }
          },
          "required": [
            "lead",
            "members"
          ]
        },
        "User": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            }
          },
          "required": [
            "name"
          ]
        }
      }
    }
    "
  `);
});

test('the same bytes each time, in whatever order definitions are loaded', () => {
  expect(emitJsonSchemas(teams(true))).toEqual(emitJsonSchemas(teams()));
});

test('hostile text stays text', () => {
  const texts = [
    'constructor',
    '"}; x',
    '*/',
    '$ref',
    '#/$defs/a~b',
    '\u2028',
    'a\nb',
    '\u202Ertl',
    '👩‍👧',
    'x'.repeat(10_000),
  ];
  const shape = Object.fromEntries(texts.map((text) => [text, z.enum([text, 'other']).describe(text)]));
  const value = defineChannel('hostile.text', z.strictObject(shape), { description: texts.join(' ') });
  const model = readContract({ contract: 'hostile', channels: [{ file: 'hostile.ts', exportName: 'text', value }] });
  const [file] = emitJsonSchemas(model);
  const validate = new Ajv2020({ ownProperties: true }).compile(JSON.parse(file?.content ?? ''));
  const sample = Object.fromEntries(texts.map((text) => [text, text]));
  expect(validate(sample)).toBe(true);
  for (const text of texts) {
    const { [text]: _, ...rest } = sample;
    expect(validate(rest), text).toBe(false);
    expect(validate({ ...sample, [text]: `${text} ` }), text).toBe(false);
  }
});
