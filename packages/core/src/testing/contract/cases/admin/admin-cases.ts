import type { ContractCase } from '../../contract-case.js';
import { countsOverKeys } from './counts-over-keys.js';
import { deletesAGroup } from './deletes-a-group.js';
import { forgetsWhatWasPending } from './forgets-what-was-pending.js';
import { refusesBadQuestions } from './refuses-bad-questions.js';
import { resetsAGroup } from './resets-a-group.js';
import { resetsOverKeys } from './resets-over-keys.js';
import { tellsOfGroups } from './tells-of-groups.js';

export const adminCases: readonly ContractCase[] = [
  tellsOfGroups,
  countsOverKeys,
  resetsAGroup,
  resetsOverKeys,
  forgetsWhatWasPending,
  deletesAGroup,
  refusesBadQuestions,
];
