import type { ContractCase } from '../../contract-case.js';
import { carriesCodecs } from './carries-codecs.js';
import { isNotChangedByMutation } from './is-not-changed-by-mutation.js';
import { keepsOrderOfLists } from './keeps-order-of-lists.js';
import { publishesFiveThousandAtOnce } from './publishes-five-thousand-at-once.js';
import { storesAnIdOnce } from './stores-an-id-once.js';
import { storesAnIdOnceOfMany } from './stores-an-id-once-of-many.js';
import { storesBeforeItResolves } from './stores-before-it-resolves.js';
import { storesFromAnOutbox } from './stores-from-an-outbox.js';
import { storesNothingThatIsRefused } from './stores-nothing-that-is-refused.js';
import { tellsAGroupWhatWasTrimmed } from './tells-a-group-what-was-trimmed.js';
import { tellsAReaderWhatWasTrimmed } from './tells-a-reader-what-was-trimmed.js';
import { trimsByAge } from './trims-by-age.js';

export const storingCases: readonly ContractCase[] = [
  storesBeforeItResolves,
  storesAnIdOnce,
  storesAnIdOnceOfMany,
  storesFromAnOutbox,
  keepsOrderOfLists,
  publishesFiveThousandAtOnce,
  tellsAGroupWhatWasTrimmed,
  tellsAReaderWhatWasTrimmed,
  trimsByAge,
  isNotChangedByMutation,
  storesNothingThatIsRefused,
  carriesCodecs,
];
