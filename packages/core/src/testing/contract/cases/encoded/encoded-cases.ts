import type { ContractCase } from '../../contract-case.js';
import { acceptsStaleVersions } from './accepts-stale-versions.js';
import { numbersAnew } from './numbers-anew.js';
import { publishesWhatWasEncoded } from './publishes-what-was-encoded.js';
import { refusesAlteredBodies } from './refuses-altered-bodies.js';
import { writesCloudEvents } from './writes-cloud-events.js';

export const encodedCases: readonly ContractCase[] = [
  publishesWhatWasEncoded,
  writesCloudEvents,
  refusesAlteredBodies,
  acceptsStaleVersions,
  numbersAnew,
];
