import type { ContractCase } from '../../contract-case.js';
import { carriesAttributes } from './carries-attributes.js';
import { followsCauses } from './follows-causes.js';
import { refusesBadAttributes } from './refuses-bad-attributes.js';
import { tellsHandlersOfTheEvent } from './tells-handlers-of-the-event.js';

export const contextCases: readonly ContractCase[] = [
  tellsHandlersOfTheEvent,
  followsCauses,
  carriesAttributes,
  refusesBadAttributes,
];
