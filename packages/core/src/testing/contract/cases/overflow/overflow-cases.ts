import type { ContractCase } from '../../contract-case.js';
import { dropsTheNewestOfAQueue } from './drops-the-newest-of-a-queue.js';
import { dropsTheOldestOfAQueue } from './drops-the-oldest-of-a-queue.js';
import { refusesMoreThanMayBeOutgoing } from './refuses-more-than-may-be-outgoing.js';

export const overflowCases: readonly ContractCase[] = [
  dropsTheOldestOfAQueue,
  dropsTheNewestOfAQueue,
  refusesMoreThanMayBeOutgoing,
];
