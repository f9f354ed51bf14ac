import type { ContractCase } from '../../contract-case.js';
import { callsTwiceWhatIsSubscribedTwice } from './calls-twice-what-is-subscribed-twice.js';
import { connectsBuses } from './connects-buses.js';
import { deliversToMany } from './delivers-to-many.js';
import { deliversToOne } from './delivers-to-one.js';
import { deliversWithoutBatches } from './delivers-without-batches.js';
import { isNotChangedByMutation } from './is-not-changed-by-mutation.js';
import { isNotChangedByMutationDuringMiddleware } from './is-not-changed-by-mutation-during-middleware.js';
import { keepsChannelsApart } from './keeps-channels-apart.js';
import { keepsFramesWithinTheLimit } from './keeps-frames-within-the-limit.js';
import { listsChannels } from './lists-channels.js';
import { publishesAnEmptyList } from './publishes-an-empty-list.js';
import { publishesFiveThousandAtOnce } from './publishes-five-thousand-at-once.js';
import { publishesToNobody } from './publishes-to-nobody.js';
import { refusesBadPublishOptions } from './refuses-bad-publish-options.js';
import { refusesWhatIsNoChannel } from './refuses-what-is-no-channel.js';
import { servesSeveralChannels } from './serves-several-channels.js';
import { sharesOneObject } from './shares-one-object.js';
import { startsAtSubscribe } from './starts-at-subscribe.js';
import { takesTenThousandChannels } from './takes-ten-thousand-channels.js';
import { takesTenThousandHandlers } from './takes-ten-thousand-handlers.js';
import { tellsWhatWasPublished } from './tells-what-was-published.js';

export const deliveryCases: readonly ContractCase[] = [
  deliversToOne,
  deliversToMany,
  publishesToNobody,
  connectsBuses,
  startsAtSubscribe,
  callsTwiceWhatIsSubscribedTwice,
  servesSeveralChannels,
  keepsChannelsApart,
  sharesOneObject,
  listsChannels,
  takesTenThousandChannels,
  takesTenThousandHandlers,
  isNotChangedByMutation,
  isNotChangedByMutationDuringMiddleware,
  publishesFiveThousandAtOnce,
  publishesAnEmptyList,
  tellsWhatWasPublished,
  keepsFramesWithinTheLimit,
  deliversWithoutBatches,
  refusesWhatIsNoChannel,
  refusesBadPublishOptions,
];
