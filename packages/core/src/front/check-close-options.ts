import type { CloseOptions } from '../bus/event-bus.js';
import { refuse, requireObject, unknownOptions } from './option-checks.js';

/** Refuses what a bus can't be closed with. @throws TidingsError `invalid_option` */
export function checkCloseOptions(options: CloseOptions): void {
  requireObject('the options of close', options);
  const { drain, timeoutMs } = options;
  refuse('the options of close', [
    ...unknownOptions(options, ['drain', 'timeoutMs']),
    ...(drain === undefined || typeof drain === 'boolean' ? [] : ['drain must be true or false']),
    ...(timeoutMs === undefined || (typeof timeoutMs === 'number' && timeoutMs >= 0)
      ? []
      : ['timeoutMs must be a number of milliseconds from 0']),
  ]);
}
