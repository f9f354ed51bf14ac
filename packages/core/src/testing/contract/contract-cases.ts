import { codecsCases } from './cases/codecs/codecs-cases.js';
import { contextCases } from './cases/context/context-cases.js';
import { deliveryCases } from './cases/delivery/delivery-cases.js';
import { encodedCases } from './cases/encoded/encoded-cases.js';
import { failuresCases } from './cases/failures/failures-cases.js';
import { foreignCases } from './cases/foreign/foreign-cases.js';
import { gapsCases } from './cases/gaps/gaps-cases.js';
import { healthCases } from './cases/health/health-cases.js';
import { lifecycleCases } from './cases/lifecycle/lifecycle-cases.js';
import { middlewareCases } from './cases/middleware/middleware-cases.js';
import { orderCases } from './cases/order/order-cases.js';
import { overflowCases } from './cases/overflow/overflow-cases.js';
import { patternsCases } from './cases/patterns/patterns-cases.js';
import { streamsCases } from './cases/streams/streams-cases.js';
import { unsubscribeCases } from './cases/unsubscribe/unsubscribe-cases.js';
import { validationCases } from './cases/validation/validation-cases.js';
import type { ContractCase } from './contract-case.js';

/** Every case, in the order in which a reader wants them. */
export const contractCases: readonly ContractCase[] = [
  ...deliveryCases,
  ...orderCases,
  ...unsubscribeCases,
  ...failuresCases,
  ...validationCases,
  ...codecsCases,
  ...streamsCases,
  ...overflowCases,
  ...patternsCases,
  ...middlewareCases,
  ...contextCases,
  ...encodedCases,
  ...foreignCases,
  ...gapsCases,
  ...healthCases,
  ...lifecycleCases,
];
