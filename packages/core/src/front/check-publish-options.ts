import type { PublishOptions } from '../bus/publish-options.js';
import { attributeProblems } from '../envelope/attributes.js';
import { abortSignal, refuse, requireObject, unknownOptions } from './option-checks.js';

const known: readonly (keyof PublishOptions)[] = [
  'id',
  'time',
  'trace',
  'causedBy',
  'correlationId',
  'attributes',
  'signal',
];

/** Refuses publish options that can't be meant. @throws TidingsError `invalid_option` */
export function checkPublishOptions(options: PublishOptions): void {
  requireObject('these publish options', options);
  const { id, time, trace, causedBy, correlationId, attributes, signal } = options;
  refuse('these publish options', [
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
  ]);
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
