import type { ContractCase } from '../../contract-case.js';
import { goesOnWithGroups } from './goes-on-with-groups.js';
import { goesOnWithReaders } from './goes-on-with-readers.js';
import { storesOnce } from './stores-once.js';

/** For buses that have connections, and a log. */
export const durableReconnectCases: readonly ContractCase[] = [goesOnWithGroups, goesOnWithReaders, storesOnce];
