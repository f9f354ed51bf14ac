export { CodegenError, type CodegenErrorCode, type Problem, problemText } from '../codegen-error.js';
export type { ContractLock } from '../lock/contract-lock.js';
export { readLock } from '../lock/read-lock.js';
export { type Release, releasedModels } from '../lock/released-models.js';
export type { ChannelModel, ContractModel } from '../model/contract-model.js';
export { shapesReachedBy } from '../model/shapes-reached.js';
export { isChannelExport } from './is-channel-export.js';
export type { LoadedExport } from './loaded-export.js';
export { type ContractSource, readContract } from './read-contract.js';
