import type { ContractCase } from '../../contract-case.js';
import { buriesWhatCanNotBeRaised } from './buries-what-can-not-be-raised.js';
import { buriesWhatIsInvalid } from './buries-what-is-invalid.js';
import { buriesWhatIsNoJson } from './buries-what-is-no-json.js';
import { buriesWhatIsTooLarge } from './buries-what-is-too-large.js';
import { discards } from './discards.js';
import { givesUpWhenTold } from './gives-up-when-told.js';
import { keepsTheCloudEvent } from './keeps-the-cloud-event.js';
import { listsByPages } from './lists-by-pages.js';
import { listsOverKeys } from './lists-over-keys.js';
import { redrives } from './redrives.js';
import { redrivesForWhoeverComes } from './redrives-for-whoever-comes.js';
import { refusesBadQuestions } from './refuses-bad-questions.js';

export const deadLettersCases: readonly ContractCase[] = [
  givesUpWhenTold,
  buriesWhatIsInvalid,
  buriesWhatIsNoJson,
  buriesWhatIsTooLarge,
  keepsTheCloudEvent,
  listsByPages,
  listsOverKeys,
  redrives,
  redrivesForWhoeverComes,
  discards,
  refusesBadQuestions,
  buriesWhatCanNotBeRaised,
];
