import type { ContractCase } from '../../contract-case.js';
import { dropsTheNewest } from './drops-the-newest.js';
import { dropsTheOldest } from './drops-the-oldest.js';
import { endsByClose } from './ends-by-close.js';
import { endsByReturn } from './ends-by-return.js';
import { endsWhenItsSignalFires } from './ends-when-its-signal-fires.js';
import { endsWithTheBus } from './ends-with-the-bus.js';
import { failsWhenFull } from './fails-when-full.js';
import { letsGoWithoutDrain } from './lets-go-without-drain.js';
import { readsInALoop } from './reads-in-a-loop.js';
import { readsSeveralChannels } from './reads-several-channels.js';
import { receivesBesideHandlers } from './receives-beside-handlers.js';
import { refusesBadOptions } from './refuses-bad-options.js';
import { servesSeveralCallsInOrder } from './serves-several-calls-in-order.js';

export const streamsCases: readonly ContractCase[] = [
  readsInALoop,
  endsByReturn,
  endsByClose,
  endsWhenItsSignalFires,
  endsWithTheBus,
  letsGoWithoutDrain,
  servesSeveralCallsInOrder,
  dropsTheOldest,
  dropsTheNewest,
  failsWhenFull,
  readsSeveralChannels,
  receivesBesideHandlers,
  refusesBadOptions,
];
