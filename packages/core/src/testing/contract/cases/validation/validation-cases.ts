import type { ContractCase } from '../../contract-case.js';
import { defusesProtoKeys } from './defuses-proto-keys.js';
import { hidesKeysOfRecords } from './hides-keys-of-records.js';
import { keepsTheRestOfABatch } from './keeps-the-rest-of-a-batch.js';
import { limitsDepthOnPublish } from './limits-depth-on-publish.js';
import { limitsDepthOnReceive } from './limits-depth-on-receive.js';
import { limitsSizeOnPublish } from './limits-size-on-publish.js';
import { limitsSizeOnReceive } from './limits-size-on-receive.js';
import { publishesAllOrNone } from './publishes-all-or-none.js';
import { raisesOlderVersions } from './raises-older-versions.js';
import { refusesAsynchronousSchemas } from './refuses-asynchronous-schemas.js';
import { refusesInvalidData } from './refuses-invalid-data.js';
import { reportsAFailingUp } from './reports-a-failing-up.js';
import { reportsAnotherChannel } from './reports-another-channel.js';
import { reportsInvalidData } from './reports-invalid-data.js';
import { reportsNewerVersions } from './reports-newer-versions.js';
import { reportsWhatIsNoEnvelope } from './reports-what-is-no-envelope.js';
import { skipsMalformedBytes } from './skips-malformed-bytes.js';
import { stampsWhoMayRead } from './stamps-who-may-read.js';

export const validationCases: readonly ContractCase[] = [
  refusesInvalidData,
  hidesKeysOfRecords,
  publishesAllOrNone,
  reportsInvalidData,
  skipsMalformedBytes,
  reportsWhatIsNoEnvelope,
  reportsAnotherChannel,
  keepsTheRestOfABatch,
  raisesOlderVersions,
  reportsAFailingUp,
  reportsNewerVersions,
  stampsWhoMayRead,
  defusesProtoKeys,
  limitsDepthOnPublish,
  limitsDepthOnReceive,
  limitsSizeOnPublish,
  limitsSizeOnReceive,
  refusesAsynchronousSchemas,
];
