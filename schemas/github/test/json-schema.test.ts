import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { githubChannels as channels } from '../src/generated/index.js';
import { accepts } from './accepts.js';
import { deliveriesOf } from './deliveries.js';
import { mutationsOf } from './mutations.js';

const ajv = new Ajv2020({ strict: true });
formats.default(ajv);
const schemas = schemaFiles();

/** The published JSON Schemas, by their titles. */
function schemaFiles(): ReadonlyMap<string, ValidateFunction> {
  const folder = new URL('../spec/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  const read = files.map((name): { readonly title: string } => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  return new Map(read.map((schema) => [schema.title, ajv.compile(schema)]));
}

/** What the JSON Schema of a channel's latest version says of payloads. */
function validatorOf(name: string, version: number): ValidateFunction {
  const found = schemas.get(`${name}, version ${version}`);
  if (found === undefined) throw new Error(`there is no JSON Schema of ${name}, version ${version}`);
  return found;
}

/** Every how many mutations of a delivery one is tried: there are hundreds of thousands. */
const stride = 17;

describe.each(channels.map((channel) => ({ name: channel.name, channel })))('$name', ({ name, channel }) => {
  const validate = validatorOf(name, channel.version);
  const deliveries = deliveriesOf(channel);

  test('has real deliveries to be tried with', () => {
    expect(deliveries.length).toBeGreaterThan(0);
  });

  test.each(deliveries)('its JSON Schema agrees with it on $label, whole and damaged', ({ payload }) => {
    expect(validate(payload)).toBe(true);
    let seen = 0;
    const differing: string[] = [];
    for (const mutation of mutationsOf(payload)) {
      seen += 1;
      if (seen % stride !== 0) continue;
      mutation.apply();
      if (validate(payload) !== accepts(channel, payload)) differing.push(mutation.label);
      mutation.undo();
    }
    expect(differing).toEqual([]);
  });
});
