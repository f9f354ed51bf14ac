import type { ContractCase } from '../../contract-case.js';
import { closesBeforeFirstUse } from './closes-before-first-use.js';
import { closesDuringPublish } from './closes-during-publish.js';
import { closesInAHandler } from './closes-in-a-handler.js';
import { closesOnce } from './closes-once.js';
import { closesWithoutDraining } from './closes-without-draining.js';
import { deliversNothingAfterwards } from './delivers-nothing-afterwards.js';
import { drainsHandlers } from './drains-handlers.js';
import { givesUpOnHungHandlers } from './gives-up-on-hung-handlers.js';
import { givesUpOnThoseWhoLeft } from './gives-up-on-those-who-left.js';
import { isDisposable } from './is-disposable.js';
import { refusesAbortedPublishes } from './refuses-aborted-publishes.js';
import { refusesBadOptions } from './refuses-bad-options.js';
import { refusesWorkWhenClosed } from './refuses-work-when-closed.js';
import { sendsWhatWasJustPublished } from './sends-what-was-just-published.js';
import { settlesPublishesInMiddleware } from './settles-publishes-in-middleware.js';
import { settlesWhatIsPending } from './settles-what-is-pending.js';
import { waitsForItselfOnlySoLong } from './waits-for-itself-only-so-long.js';

export const lifecycleCases: readonly ContractCase[] = [
  closesBeforeFirstUse,
  closesDuringPublish,
  drainsHandlers,
  sendsWhatWasJustPublished,
  closesWithoutDraining,
  givesUpOnHungHandlers,
  givesUpOnThoseWhoLeft,
  closesOnce,
  refusesWorkWhenClosed,
  isDisposable,
  closesInAHandler,
  waitsForItselfOnlySoLong,
  deliversNothingAfterwards,
  settlesWhatIsPending,
  settlesPublishesInMiddleware,
  refusesAbortedPublishes,
  refusesBadOptions,
];
