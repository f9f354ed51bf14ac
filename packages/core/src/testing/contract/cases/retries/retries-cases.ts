import type { ContractCase } from '../../contract-case.js';
import { countsOverMembers } from './counts-over-members.js';
import { givesUpAfterTheLastAttempt } from './gives-up-after-the-last-attempt.js';
import { givesUpOnAHang } from './gives-up-on-a-hang.js';
import { givesUpWhenAskedTooOften } from './gives-up-when-asked-too-often.js';
import { letsOthersGoOn } from './lets-others-go-on.js';
import { refusesBadDecisions } from './refuses-bad-decisions.js';
import { retriesWhenAsked } from './retries-when-asked.js';
import { servesOthersBesideAHang } from './serves-others-beside-a-hang.js';
import { triesAgain } from './tries-again.js';
import { triesOnceIfTold } from './tries-once-if-told.js';
import { waitsBetweenAttempts } from './waits-between-attempts.js';

export const retriesCases: readonly ContractCase[] = [
  triesAgain,
  givesUpOnAHang,
  letsOthersGoOn,
  retriesWhenAsked,
  waitsBetweenAttempts,
  givesUpAfterTheLastAttempt,
  givesUpWhenAskedTooOften,
  triesOnceIfTold,
  servesOthersBesideAHang,
  countsOverMembers,
  refusesBadDecisions,
];
