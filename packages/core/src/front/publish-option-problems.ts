import type { PublishOptions } from '../bus/publish-options.js';
import { attributeProblems } from '../envelope/attributes.js';
import { abortSignal, unknownOptions } from './option-checks.js';

const known: readonly (keyof PublishOptions)[] = [
  'id',
  'time',
  'trace',
  'causedBy',
  'correlationId',
  'attributes',
  'signal',
];

/** What is wrong with publish options; empty if nothing is. */
export function publishOptionProblems(options: PublishOptions): readonly string[] {
  const { id, time, trace, causedBy, correlationId, attributes, signal } = options;
  return [
    ...unknownOptions(options, known),
    ...text('id', id),
    ...(time === undefined || (time instanceof Date && !Number.isNaN(time.getTime()))
      ? []
      : ['time must be a valid Date']),
    ...(trace === undefined || typeof (trace as Partial<typeof trace> | null)?.traceparent === 'string'
      ? []
      : ['trace must have a traceparent']),
    ...(causedBy === undefined || typeof (causedBy as Partial<typeof causedBy> | null)?.eventId === 'string'
      ? []
      : ['causedBy must be the context that a handler got']),
    ...text('correlationId', correlationId),
    ...attributesOf(attributes),
    ...abortSignal(signal),
  ];
}

function text(name: string, value: unknown): readonly string[] {
  const fine = value === undefined || (typeof value === 'string' && value !== '');
  return fine ? [] : [`${name} must be a string that is not empty`];
}

function attributesOf(attributes: PublishOptions['attributes']): readonly string[] {
  if (attributes === undefined) return [];
  const isObject = typeof attributes === 'object' && attributes !== null;
  return isObject ? attributeProblems(attributes) : ['attributes must be an object'];
}
