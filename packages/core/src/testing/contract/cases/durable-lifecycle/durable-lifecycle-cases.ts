import type { ContractCase } from '../../contract-case.js';
import { closesInAHandler } from './closes-in-a-handler.js';
import { closesWhileJoining } from './closes-while-joining.js';
import { drainsWhatRuns } from './drains-what-runs.js';
import { endsWhileJoining } from './ends-while-joining.js';
import { forgetsDelays } from './forgets-delays.js';
import { givesUpOnHungHandlers } from './gives-up-on-hung-handlers.js';
import { refusesWorkWhenClosed } from './refuses-work-when-closed.js';
import { storesWhatWasJustPublished } from './stores-what-was-just-published.js';
import { subscribesAndPublishesInAHandler } from './subscribes-and-publishes-in-a-handler.js';
import { unsubscribesInAHandler } from './unsubscribes-in-a-handler.js';
import { waitsForItselfOnlySoLong } from './waits-for-itself-only-so-long.js';

export const durableLifecycleCases: readonly ContractCase[] = [
  drainsWhatRuns,
  closesWhileJoining,
  endsWhileJoining,
  refusesWorkWhenClosed,
  storesWhatWasJustPublished,
  unsubscribesInAHandler,
  subscribesAndPublishesInAHandler,
  closesInAHandler,
  givesUpOnHungHandlers,
  waitsForItselfOnlySoLong,
  forgetsDelays,
];
