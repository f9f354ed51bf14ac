export type { Answer, Answers, Counterexample } from '../compare/answers.js';
export { type ChangeKind, type ChangeKindPage, changeKinds } from '../compare/change-kinds.js';
export {
  type Change,
  type CompareOptions,
  compareContracts,
  type RuleSet,
  ruleSets,
  type Severity,
  severityOf,
} from '../compare/compare-contracts.js';
export { type ContractLock, emptyLock, lockFile } from '../lock/contract-lock.js';
export { lockText } from '../lock/lock-text.js';
export { readLock } from '../lock/read-lock.js';
export { isAsReleased, recordRelease } from '../lock/record-release.js';
export { type Release, releasedModels } from '../lock/released-models.js';
export { markdownCode, markdownText, plainLine } from '../text/markdown-text.js';
export { type Acceptance, acceptanceFile, acceptancesText, readAcceptances } from './acceptance.js';
export { type ChangesetFacts, changesetName, changesetPrefix, changesetText } from './changeset-text.js';
export { demandedBy, type Finding, type JudgeOptions, judgeEvolution, type Standing } from './judge-evolution.js';
export { isEnough, type ReleaseType, releaseType } from './release-type.js';
export { shownPayload } from './shown-payload.js';
