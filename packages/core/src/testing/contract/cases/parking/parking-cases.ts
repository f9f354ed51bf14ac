import type { ContractCase } from '../../contract-case.js';
import { handsOutFirstWhatWasSetAside } from './hands-out-first-what-was-set-aside.js';
import { keepsItForTheGroup } from './keeps-it-for-the-group.js';
import { keepsOrderWithANewerMember } from './keeps-order-with-a-newer-member.js';
import { letsOlderReadersRead } from './lets-older-readers-read.js';
import { rollsAnUpgradeOut } from './rolls-an-upgrade-out.js';
import { setsAsideWhatIsTooNew } from './sets-aside-what-is-too-new.js';

export const parkingCases: readonly ContractCase[] = [
  setsAsideWhatIsTooNew,
  handsOutFirstWhatWasSetAside,
  rollsAnUpgradeOut,
  keepsOrderWithANewerMember,
  letsOlderReadersRead,
  keepsItForTheGroup,
];
