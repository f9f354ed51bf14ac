import type { ContractCase } from '../../contract-case.js';
import { countsEventsThatAreInvalid } from './counts-events-that-are-invalid.js';
import { ignoresNumbersThatGoBack } from './ignores-numbers-that-go-back.js';
import { reportsHoles } from './reports-holes.js';
import { reportsNoneWithoutFaults } from './reports-none-without-faults.js';
import { takesFirstSightAsBaseline } from './takes-first-sight-as-baseline.js';

export const gapsCases: readonly ContractCase[] = [
  reportsHoles,
  takesFirstSightAsBaseline,
  ignoresNumbersThatGoBack,
  countsEventsThatAreInvalid,
  reportsNoneWithoutFaults,
];
