import type { ContractCase } from '../../contract-case.js';
import { countsForNothingAfterwards } from './counts-for-nothing-afterwards.js';
import { givesUpWhatEndsProcesses } from './gives-up-what-ends-processes.js';
import { isTakenOver } from './is-taken-over.js';
import { movesKeys } from './moves-keys.js';

/** For buses that can be ended as if their process had been killed. */
export const crashCases: readonly ContractCase[] = [
  isTakenOver,
  givesUpWhatEndsProcesses,
  movesKeys,
  countsForNothingAfterwards,
];
