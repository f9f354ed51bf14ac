import type {
  BatchGroupOptions,
  BatchSize,
  CursorOptions,
  GroupOptions,
  RetryOptions,
} from '../../bus/durable-options.js';
import {
  abortSignal,
  atLeast,
  described,
  duration,
  oneOf,
  refuse,
  requireObject,
  unknownOptions,
} from '../option-checks.js';

/** The options of a member of a group, complete and checked. */
export interface ResolvedGroupOptions {
  readonly group: string;
  readonly from: 'start' | 'new';
  readonly concurrency: number;
  readonly maxQueued: number;
  readonly handlerTimeoutMs: number;
  readonly retry: Required<RetryOptions>;
  readonly batch: Required<BatchSize> | undefined;
}

/** The options of a reader by cursor, complete and checked, but for where it begins. */
export interface ResolvedCursorOptions {
  readonly handlerTimeoutMs: number;
  readonly retry: Required<RetryOptions>;
  readonly onUnreadable: 'stop' | 'skip';
}

const what = 'this subscription';

/** Tells whether options are those of a group. @throws TidingsError `invalid_option` if they are neither a group's nor a reader's */
export function wantsGroup(options: unknown): options is GroupOptions {
  requireObject(`the options of ${what}`, options);
  const { group, from } = options as Partial<GroupOptions>;
  if (group === undefined && from === undefined) {
    refuse(what, [
      "a durable channel is read by a group ({ group: 'billing' }) or from a place ({ from: 'start' }): say which",
    ]);
  }
  return group !== undefined;
}

/** @throws TidingsError `invalid_option`, naming every problem at once */
export function resolveGroupOptions(handler: unknown, options: GroupOptions | BatchGroupOptions): ResolvedGroupOptions {
  const { batch } = options as Partial<BatchGroupOptions>;
  if (batch !== undefined) requireObject(`the options of ${what}, batch,`, batch);
  const resolved: ResolvedGroupOptions = {
    group: options.group,
    from: options.from ?? 'start',
    concurrency: options.concurrency ?? 1,
    maxQueued: options.maxQueued ?? 256,
    handlerTimeoutMs: options.handlerTimeoutMs ?? 30_000,
    retry: withDefaults(options.retry),
    batch: batch === undefined ? undefined : { maxEvents: batch.maxEvents ?? 100, maxWaitMs: batch.maxWaitMs ?? 0 },
  };
  refuse(what, [
    ...unknownOptions(options, [...Object.keys(resolved), 'signal']),
    ...groupNameProblems(resolved.group),
    ...oneOf(['start', 'new'], 'from (with a group)', resolved.from),
    ...atLeast(1, 'concurrency', resolved.concurrency),
    ...atLeast(1, 'maxQueued', resolved.maxQueued),
    ...(resolved.batch === undefined ? [] : batchProblems(batch ?? {}, resolved.batch)),
    ...commonProblems(handler, options, resolved),
  ]);
  return resolved;
}

/** @throws TidingsError `invalid_option`, naming every problem at once */
export function resolveCursorOptions(handler: unknown, options: CursorOptions): ResolvedCursorOptions {
  const resolved: ResolvedCursorOptions = {
    handlerTimeoutMs: options.handlerTimeoutMs ?? 30_000,
    retry: withDefaults(options.retry),
    onUnreadable: options.onUnreadable ?? 'stop',
  };
  refuse(what, [
    ...unknownOptions(options, [...Object.keys(resolved), 'from', 'group', 'signal']),
    ...oneOf(['stop', 'skip'], 'onUnreadable', resolved.onUnreadable),
    ...commonProblems(handler, options, resolved),
  ]);
  return resolved;
}

/** What is wrong with the name of a group. */
export function groupNameProblems(group: unknown): readonly string[] {
  return typeof group === 'string' && /^[A-Za-z0-9._-]{1,100}$/.test(group)
    ? []
    : ["group must be a name of letters, digits, '.', '_' and '-', 100 at most"];
}

function withDefaults(retry: RetryOptions | undefined): Required<RetryOptions> {
  if (retry !== undefined) requireObject(`the options of ${what}, retry,`, retry);
  return {
    maxAttempts: retry?.maxAttempts ?? 5,
    minDelayMs: retry?.minDelayMs ?? 500,
    maxDelayMs: retry?.maxDelayMs ?? 60_000,
  };
}

function batchProblems(given: object, { maxEvents, maxWaitMs }: Required<BatchSize>): readonly string[] {
  return [
    ...unknownOptions(given, ['maxEvents', 'maxWaitMs'], 'batch.'),
    ...atLeast(1, 'batch.maxEvents', maxEvents),
    ...(Number.isFinite(maxWaitMs) && maxWaitMs >= 0
      ? []
      : ['batch.maxWaitMs must be a number of milliseconds from 0']),
  ];
}

function commonProblems(
  handler: unknown,
  options: { readonly signal?: AbortSignal; readonly retry?: RetryOptions },
  { handlerTimeoutMs, retry }: Pick<ResolvedCursorOptions, 'handlerTimeoutMs' | 'retry'>,
): readonly string[] {
  return [
    ...abortSignal(options.signal),
    ...(typeof handler === 'function' ? [] : [`the handler must be a function, not ${described(handler)}`]),
    ...duration('handlerTimeoutMs', handlerTimeoutMs),
    ...unknownOptions(options.retry ?? {}, Object.keys(retry), 'retry.'),
    ...(retry.maxAttempts === Number.POSITIVE_INFINITY ? [] : atLeast(1, 'retry.maxAttempts', retry.maxAttempts)),
    ...finite('retry.minDelayMs', retry.minDelayMs),
    ...finite('retry.maxDelayMs', retry.maxDelayMs),
  ];
}

function finite(name: string, value: unknown): readonly string[] {
  return Number.isFinite(value) && (value as number) >= 0 ? [] : [`${name} must be a number of milliseconds from 0`];
}
