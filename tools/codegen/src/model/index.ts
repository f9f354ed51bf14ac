export { CodegenError, type CodegenErrorCode, type Problem, problemText } from '../codegen-error.js';
export {
  type ChannelModel,
  type ContractModel,
  latestVersion,
  type ShapeModel,
  type VersionModel,
} from './contract-model.js';
export { shapesReachedBy } from './shapes-reached.js';
