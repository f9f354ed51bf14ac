import type { CloseOptions } from '../bus/event-bus.js';
import { isTidingsError, type TidingsError } from '../errors/tidings-error.js';
import { refuse, requireObject, unknownOptions } from './option-checks.js';

/** Why a bus can't be closed like this, or undefined if it can. */
export function closeProblems(options: CloseOptions): TidingsError | undefined {
  try {
    requireObject('the options of close', options);
    const { drain, timeoutMs } = options;
    refuse('the options of close', [
      ...unknownOptions(options, ['drain', 'timeoutMs']),
      ...(drain === undefined || typeof drain === 'boolean' ? [] : ['drain must be true or false']),
      ...(timeoutMs === undefined || (typeof timeoutMs === 'number' && timeoutMs >= 0)
        ? []
        : ['timeoutMs must be a number of milliseconds from 0']),
    ]);
    return undefined;
  } catch (error) {
    if (isTidingsError(error)) return error;
    throw error;
  }
}
