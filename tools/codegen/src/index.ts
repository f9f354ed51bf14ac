export { type AsyncApiOptions, emitAsyncApi } from './asyncapi/async-api-emitter.js';
export { CodegenError, type CodegenErrorCode, type Problem, problemText } from './codegen-error.js';
export { emitClientChanges } from './emit/client-changes.js';
export { emitClient } from './emit/client-emitter.js';
export type { EmitOptions, Emitter, GeneratedFile } from './emit/emitter.js';
export { emitJsonSchemas } from './json-schema/json-schema-emitter.js';
export type { Draft } from './json-schema-reader/draft.js';
export { type JsonSchemaOptions, type ReadSchema, readJsonSchema } from './json-schema-reader/read-json-schema.js';
export { canonicalJson } from './model/canonical-json.js';
export {
  type ChannelModel,
  type ContractModel,
  latestVersion,
  type ShapeModel,
  type VersionModel,
} from './model/contract-model.js';
export type { JsonValue } from './model/json-value.js';
export { changedPart, type ModelChange } from './model/model-change.js';
export { modelFormat, readModel } from './model/read-model.js';
export type {
  CodecVia,
  ConstantForm,
  FormFacts,
  LiteralValue,
  PlainKind,
  PropertyForm,
  SchemaForm,
} from './model/schema-form.js';
export type { BoundValue, FormatDetails, OpaqueFact, PatternForm, ValueCheck } from './model/value-check.js';
export { type Manifest, manifestFile, readManifest } from './output/manifest.js';
export { type OutputPlan, type OutputState, planOutput } from './output/plan-output.js';
export type { LoadedExport } from './read/loaded-export.js';
export { type ContractSource, readContract } from './read/read-contract.js';
export { type Verdict, validate } from './validate/validate.js';
export type { ValueSide } from './validate/validation.js';
