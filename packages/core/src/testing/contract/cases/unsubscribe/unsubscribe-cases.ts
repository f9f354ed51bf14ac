import type { ContractCase } from '../../contract-case.js';
import { closesASubscription } from './closes-a-subscription.js';
import { closesAnotherInAHandler } from './closes-another-in-a-handler.js';
import { comesAndGoesAtOnce } from './comes-and-goes-at-once.js';
import { endsWhenItsSignalFires } from './ends-when-its-signal-fires.js';
import { forgetsSignals } from './forgets-signals.js';
import { keepsTheOtherChannels } from './keeps-the-other-channels.js';
import { letsGoOfWhatWaits } from './lets-go-of-what-waits.js';
import { neverSilencesAnother } from './never-silences-another.js';
import { refusesAnAbortedSubscribe } from './refuses-an-aborted-subscribe.js';
import { subscribesAgain } from './subscribes-again.js';
import { unsubscribesAHandler } from './unsubscribes-a-handler.js';
import { unsubscribesDuringAPublish } from './unsubscribes-during-a-publish.js';
import { unsubscribesEverybody } from './unsubscribes-everybody.js';
import { unsubscribesInAHandler } from './unsubscribes-in-a-handler.js';
import { unsubscribesTwice } from './unsubscribes-twice.js';

export const unsubscribeCases: readonly ContractCase[] = [
  unsubscribesAHandler,
  unsubscribesEverybody,
  closesASubscription,
  unsubscribesInAHandler,
  closesAnotherInAHandler,
  unsubscribesDuringAPublish,
  unsubscribesTwice,
  keepsTheOtherChannels,
  neverSilencesAnother,
  letsGoOfWhatWaits,
  subscribesAgain,
  comesAndGoesAtOnce,
  endsWhenItsSignalFires,
  refusesAnAbortedSubscribe,
  forgetsSignals,
];
