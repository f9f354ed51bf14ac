import { adminCases } from './cases/admin/admin-cases.js';
import { cursorsCases } from './cases/cursors/cursors-cases.js';
import { deadLettersCases } from './cases/dead-letters/dead-letters-cases.js';
import { durableLifecycleCases } from './cases/durable-lifecycle/durable-lifecycle-cases.js';
import { groupsCases } from './cases/groups/groups-cases.js';
import { keysCases } from './cases/keys/keys-cases.js';
import { parkingCases } from './cases/parking/parking-cases.js';
import { retriesCases } from './cases/retries/retries-cases.js';
import { storingCases } from './cases/storing/storing-cases.js';
import type { ContractCase } from './contract-case.js';

/** The cases about durable channels, for buses with a log, in the order in which a reader wants them. */
export const durableCases: readonly ContractCase[] = [
  ...groupsCases,
  ...keysCases,
  ...retriesCases,
  ...deadLettersCases,
  ...parkingCases,
  ...cursorsCases,
  ...storingCases,
  ...durableLifecycleCases,
  ...adminCases,
];
