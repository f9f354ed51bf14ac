import type { ContractCase } from '../../contract-case.js';
import { readsForeignBatches } from './reads-foreign-batches.js';
import { readsForeignEvents } from './reads-foreign-events.js';
import { showsForeignAttributes } from './shows-foreign-attributes.js';

export const foreignCases: readonly ContractCase[] = [readsForeignEvents, readsForeignBatches, showsForeignAttributes];
