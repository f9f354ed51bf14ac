import type { ContractCase } from '../../contract-case.js';
import { followsWhatLeavesMiddleware } from './follows-what-leaves-middleware.js';
import { isTheSameForQuickAndSlow } from './is-the-same-for-quick-and-slow.js';
import { keepsOrderOfLists } from './keeps-order-of-lists.js';
import { keepsOrderOfPublishes } from './keeps-order-of-publishes.js';
import { keepsOrderPerPublisher } from './keeps-order-per-publisher.js';
import { keepsToItsConcurrency } from './keeps-to-its-concurrency.js';
import { runsNoHandlerInsidePublish } from './runs-no-handler-inside-publish.js';
import { takesPublishInAHandler } from './takes-publish-in-a-handler.js';
import { waitsForTheHandler } from './waits-for-the-handler.js';

export const orderCases: readonly ContractCase[] = [
  keepsOrderOfPublishes,
  keepsOrderOfLists,
  keepsOrderPerPublisher,
  waitsForTheHandler,
  keepsToItsConcurrency,
  isTheSameForQuickAndSlow,
  runsNoHandlerInsidePublish,
  takesPublishInAHandler,
  followsWhatLeavesMiddleware,
];
