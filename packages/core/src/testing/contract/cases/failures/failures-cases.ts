import type { ContractCase } from '../../contract-case.js';
import { countsListenersApart } from './counts-listeners-apart.js';
import { forgetsWhatComesTooLate } from './forgets-what-comes-too-late.js';
import { givesUpOnAHang } from './gives-up-on-a-hang.js';
import { givesUpOnSomeOfSeveral } from './gives-up-on-some-of-several.js';
import { goesOnUnheard } from './goes-on-unheard.js';
import { isNotHeldUpByASlowOne } from './is-not-held-up-by-a-slow-one.js';
import { reportsARejection } from './reports-a-rejection.js';
import { reportsAThrow } from './reports-a-throw.js';
import { reportsListenersThatThrow } from './reports-listeners-that-throw.js';
import { survivesItsErrorListeners } from './survives-its-error-listeners.js';
import { takesBadThenables } from './takes-bad-thenables.js';
import { takesListenersInListeners } from './takes-listeners-in-listeners.js';

export const failuresCases: readonly ContractCase[] = [
  reportsAThrow,
  reportsARejection,
  givesUpOnAHang,
  givesUpOnSomeOfSeveral,
  forgetsWhatComesTooLate,
  isNotHeldUpByASlowOne,
  takesBadThenables,
  goesOnUnheard,
  reportsListenersThatThrow,
  survivesItsErrorListeners,
  takesListenersInListeners,
  countsListenersApart,
];
