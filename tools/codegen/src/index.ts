export { CodegenError, type CodegenErrorCode, type Problem, problemText } from './codegen-error.js';
export { emitClient } from './emit/client-emitter.js';
export type { EmitOptions, Emitter, GeneratedFile } from './emit/emitter.js';
export { canonicalJson } from './model/canonical-json.js';
export {
  type ChannelModel,
  type ContractModel,
  latestVersion,
  type ShapeModel,
  type VersionModel,
} from './model/contract-model.js';
export type { LiteralValue, PlainKind, PropertyForm, SchemaForm } from './model/schema-form.js';
export { type Manifest, manifestFile, readManifest } from './output/manifest.js';
export { type OutputPlan, type OutputState, planOutput } from './output/plan-output.js';
export type { LoadedExport } from './read/loaded-export.js';
export { type ContractSource, readContract } from './read/read-contract.js';
