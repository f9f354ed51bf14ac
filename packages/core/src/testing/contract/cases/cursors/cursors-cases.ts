import type { ContractCase } from '../../contract-case.js';
import { beginsAtATime } from './begins-at-a-time.js';
import { beginsWhereTold } from './begins-where-told.js';
import { boundsItsBuffer } from './bounds-its-buffer.js';
import { endsStreams } from './ends-streams.js';
import { endsWithTheBus } from './ends-with-the-bus.js';
import { givesAllToEveryReader } from './gives-all-to-every-reader.js';
import { losesNothingAtTheSeam } from './loses-nothing-at-the-seam.js';
import { passesWhatIsInvalid } from './passes-what-is-invalid.js';
import { readsInALoop } from './reads-in-a-loop.js';
import { readsSeveralChannels } from './reads-several-channels.js';
import { refusesBadPlaces } from './refuses-bad-places.js';
import { resumesBehindEachEvent } from './resumes-behind-each-event.js';
import { resumesOverKeys } from './resumes-over-keys.js';
import { retriesInPlace } from './retries-in-place.js';
import { stopsBeforeWhatIsTooNew } from './stops-before-what-is-too-new.js';
import { stopsWhenUnsubscribed } from './stops-when-unsubscribed.js';
import { waitsForTheHandler } from './waits-for-the-handler.js';

export const cursorsCases: readonly ContractCase[] = [
  beginsWhereTold,
  beginsAtATime,
  resumesBehindEachEvent,
  resumesOverKeys,
  givesAllToEveryReader,
  waitsForTheHandler,
  retriesInPlace,
  losesNothingAtTheSeam,
  readsInALoop,
  boundsItsBuffer,
  endsStreams,
  endsWithTheBus,
  stopsBeforeWhatIsTooNew,
  passesWhatIsInvalid,
  refusesBadPlaces,
  readsSeveralChannels,
  stopsWhenUnsubscribed,
];
