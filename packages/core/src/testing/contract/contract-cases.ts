import { deliversToOne } from './cases/delivers-to-one.js';
import { skipsMalformedBytes } from './cases/skips-malformed-bytes.js';
import type { ContractCase } from './contract-case.js';

/** Every case, in the order in which a reader wants them. */
export const contractCases: readonly ContractCase[] = [deliversToOne, skipsMalformedBytes];
