import { emitJsonSchemas } from '@tidings/codegen';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { githubChannels as channels } from '../src/generated/index.js';
import { accepts } from './accepts.js';
import { contractModel } from './contract-model.js';
import { deliveriesOf } from './deliveries.js';
import { mutationsOf } from './mutations.js';

const model = await contractModel('github');
const ajv = new Ajv2020({ strict: true });
formats.default(ajv);
/** What the JSON Schema of a channel's latest version says of payloads. */
function validatorOf(name: string): ValidateFunction {
  const latest = emitJsonSchemas({ ...model, channels: model.channels.filter((channel) => channel.name === name) }).at(
    -1,
  );
  return ajv.compile(JSON.parse(latest?.content ?? ''));
}

/** Every how many mutations of a delivery one is tried: there are hundreds of thousands. */
const stride = 17;

describe.each(channels.map((channel) => ({ name: channel.name, channel })))('$name', ({ name, channel }) => {
  const validate = validatorOf(name);
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
