import type { ContractCase } from '../../contract-case.js';
import { countsTotals } from './counts-totals.js';
import { emitsMetrics } from './emits-metrics.js';
import { tellsStatus } from './tells-status.js';
import { tellsWhatIsGoingOn } from './tells-what-is-going-on.js';

export const healthCases: readonly ContractCase[] = [emitsMetrics, countsTotals, tellsWhatIsGoingOn, tellsStatus];
