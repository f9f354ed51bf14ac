import type { ContractCase } from '../../contract-case.js';
import { givesBatchesInOrder } from './gives-batches-in-order.js';
import { givesEveryMemberWork } from './gives-every-member-work.js';
import { goesOnAfterADeadLetter } from './goes-on-after-a-dead-letter.js';
import { keepsOrderAsMembersComeAndGo } from './keeps-order-as-members-come-and-go.js';
import { keepsOrderOverRetries } from './keeps-order-over-retries.js';
import { keepsOrderPerKey } from './keeps-order-per-key.js';
import { letsOtherKeysGoOn } from './lets-other-keys-go-on.js';
import { refusesToBeUsedInTwoWays } from './refuses-to-be-used-in-two-ways.js';

export const keysCases: readonly ContractCase[] = [
  keepsOrderPerKey,
  letsOtherKeysGoOn,
  keepsOrderAsMembersComeAndGo,
  keepsOrderOverRetries,
  goesOnAfterADeadLetter,
  givesEveryMemberWork,
  refusesToBeUsedInTwoWays,
  givesBatchesInOrder,
];
