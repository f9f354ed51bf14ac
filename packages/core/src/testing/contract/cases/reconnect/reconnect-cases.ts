import type { ContractCase } from '../../contract-case.js';
import { closesWhileAway } from './closes-while-away.js';
import { comesBack } from './comes-back.js';
import { countsWhatWasMissed } from './counts-what-was-missed.js';
import { followsWishes } from './follows-wishes.js';
import { keepsStreams } from './keeps-streams.js';
import { sendsWhatWaited } from './sends-what-waited.js';

/** For buses that have connections. */
export const reconnectCases: readonly ContractCase[] = [
  comesBack,
  sendsWhatWaited,
  followsWishes,
  countsWhatWasMissed,
  keepsStreams,
  closesWhileAway,
];
