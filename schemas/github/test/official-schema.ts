import schemas from '@octokit/webhooks-schemas/schema.json' with { type: 'json' };
import { Ajv, type ValidateFunction } from 'ajv';
import type { Delivery } from './deliveries.js';

const definitions: Readonly<Record<string, unknown>> = schemas.definitions;
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(schemas, 'github');

/**
 * What GitHub's official JSON Schema has against a payload of a delivery's event and action, one string a fault.
 *
 * Properties that it does not know are no fault: GitHub adds them all the time.
 */
export function officialFaults({ event, payload }: Delivery): ReadonlySet<string> {
  const validate = validatorOf(event, payload.action);
  if (validate(payload)) return none;
  const faults = new Set<string>();
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    if (keyword !== 'additionalProperties') faults.add(`${instancePath} ${keyword} ${JSON.stringify(params)}`);
  }
  return faults;
}

const none: ReadonlySet<string> = new Set();

/** Events without actions have one definition; an action that the delivery lacks or got wrong means any of them. */
function validatorOf(event: string, action: unknown): ValidateFunction {
  const name = [`${event}$${String(action)}`, `${event}$event`, `${event}_event`].find(
    (candidate) => candidate in definitions,
  );
  const validate = ajv.getSchema(`github#/definitions/${name}`);
  if (validate === undefined) throw new Error(`no official schema for ${event} ${String(action)}`);
  return validate;
}
