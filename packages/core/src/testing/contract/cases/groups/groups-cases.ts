import type { ContractCase } from '../../contract-case.js';
import { acknowledgesWhatWasHandled } from './acknowledges-what-was-handled.js';
import { asksHowToRead } from './asks-how-to-read.js';
import { decidesAboutEachOfABatch } from './decides-about-each-of-a-batch.js';
import { failsAWholeBatch } from './fails-a-whole-batch.js';
import { givesAllToEachGroup } from './gives-all-to-each-group.js';
import { givesBatches } from './gives-batches.js';
import { goesOnBesideAStuckMember } from './goes-on-beside-a-stuck-member.js';
import { goesThroughMiddleware } from './goes-through-middleware.js';
import { handlesEachEventOnce } from './handles-each-event-once.js';
import { handlesNothingTwice } from './handles-nothing-twice.js';
import { hasSeveralMembersOnABus } from './has-several-members-on-a-bus.js';
import { keepsGroupsOfChannelsApart } from './keeps-groups-of-channels-apart.js';
import { keepsToItsConcurrency } from './keeps-to-its-concurrency.js';
import { leavesTheRestToOthers } from './leaves-the-rest-to-others.js';
import { refusesAnAbortedSubscribe } from './refuses-an-aborted-subscribe.js';
import { refusesBadOptions } from './refuses-bad-options.js';
import { refusesMixedChannels } from './refuses-mixed-channels.js';
import { refusesOptionsOfTheOtherKind } from './refuses-options-of-the-other-kind.js';
import { servesSeveralChannels } from './serves-several-channels.js';
import { sharesItsWork } from './shares-its-work.js';
import { startsAtTheStart } from './starts-at-the-start.js';
import { startsWithWhatIsNew } from './starts-with-what-is-new.js';
import { tellsHandlersOfTheEvent } from './tells-handlers-of-the-event.js';
import { tellsWhoIsSubscribed } from './tells-who-is-subscribed.js';
import { waitsForABatch } from './waits-for-a-batch.js';

export const groupsCases: readonly ContractCase[] = [
  handlesEachEventOnce,
  givesAllToEachGroup,
  startsAtTheStart,
  startsWithWhatIsNew,
  leavesTheRestToOthers,
  goesOnBesideAStuckMember,
  sharesItsWork,
  keepsToItsConcurrency,
  hasSeveralMembersOnABus,
  givesBatches,
  waitsForABatch,
  decidesAboutEachOfABatch,
  failsAWholeBatch,
  servesSeveralChannels,
  tellsWhoIsSubscribed,
  refusesMixedChannels,
  asksHowToRead,
  refusesBadOptions,
  refusesOptionsOfTheOtherKind,
  tellsHandlersOfTheEvent,
  acknowledgesWhatWasHandled,
  handlesNothingTwice,
  goesThroughMiddleware,
  keepsGroupsOfChannelsApart,
  refusesAnAbortedSubscribe,
];
