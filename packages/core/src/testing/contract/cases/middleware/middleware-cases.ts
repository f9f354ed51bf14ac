import type { ContractCase } from '../../contract-case.js';
import { concernsLaterEvents } from './concerns-later-events.js';
import { enrichesEvents } from './enriches-events.js';
import { hasToReturnWhatNextGave } from './has-to-return-what-next-gave.js';
import { isTimedWithItsHandler } from './is-timed-with-its-handler.js';
import { keepsToAbortedPublishes } from './keeps-to-aborted-publishes.js';
import { mayCallNextOnce } from './may-call-next-once.js';
import { refusesBadAttributes } from './refuses-bad-attributes.js';
import { refusesEvents } from './refuses-events.js';
import { refusesWhatIsNone } from './refuses-what-is-none.js';
import { seesRefusedPayloads } from './sees-refused-payloads.js';
import { seesWhatHandlersThrow } from './sees-what-handlers-throw.js';
import { skipsHandlers } from './skips-handlers.js';
import { survivesAForgottenNext } from './survives-a-forgotten-next.js';
import { wrapsDeliveryInOrder } from './wraps-delivery-in-order.js';
import { wrapsPublishInOrder } from './wraps-publish-in-order.js';

export const middlewareCases: readonly ContractCase[] = [
  wrapsPublishInOrder,
  wrapsDeliveryInOrder,
  seesWhatHandlersThrow,
  seesRefusedPayloads,
  enrichesEvents,
  refusesBadAttributes,
  mayCallNextOnce,
  hasToReturnWhatNextGave,
  refusesEvents,
  concernsLaterEvents,
  skipsHandlers,
  survivesAForgottenNext,
  isTimedWithItsHandler,
  keepsToAbortedPublishes,
  refusesWhatIsNone,
];
