export { type AsyncApiOptions, emitAsyncApi } from '../asyncapi/async-api-emitter.js';
export { emitClientChanges } from '../emit/client-changes.js';
export { emitClient } from '../emit/client-emitter.js';
export type { EmitOptions, Emitter, GeneratedFile } from '../emit/emitter.js';
export { emitJsonSchemas } from '../json-schema/json-schema-emitter.js';
export type { ContractModel } from '../model/contract-model.js';
export { changedPart, type ModelChange } from '../model/model-change.js';
export { type Manifest, manifestFile, readManifest } from '../output/manifest.js';
export { type OutputPlan, type OutputState, planOutput } from '../output/plan-output.js';
