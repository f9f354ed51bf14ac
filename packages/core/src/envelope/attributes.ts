import type { AttributeValue } from '../bus/handler-context.js';

/**
 * Attributes that CloudEvents or Tidings gives a meaning to: not for custom use.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#context-attributes
 */
export const reservedAttributes: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
  'data',
  'data_base64',
  'dataversion',
  'minreader',
  'partitionkey',
  'traceparent',
  'tracestate',
  'correlationid',
  'causationid',
  'epoch',
  'sequence',
]);

/** Why custom attributes can't travel; empty if they can. */
export function attributeProblems(attributes: Readonly<Record<string, AttributeValue>>): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const problem = nameProblem(name) ?? valueProblem(value);
    return problem === undefined ? [] : [`attribute ${JSON.stringify(name)} ${problem}`];
  });
}

function nameProblem(name: string): string | undefined {
  if (reservedAttributes.has(name)) return 'has a meaning of its own: choose another name';
  return /^[a-z0-9]{1,20}$/.test(name) ? undefined : 'must be named by 1 to 20 lower-case letters and digits';
}

function valueProblem(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31) return undefined;
  return 'must be a string, a boolean, or an integer of 32 bits';
}
