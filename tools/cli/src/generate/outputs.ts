import {
  type ContractModel,
  changedPart,
  emitAsyncApi,
  emitClient,
  emitClientChanges,
  emitJsonSchemas,
  type GeneratedFile,
  type ModelChange,
} from '@tidings/codegen/write';
import type { ContractPackage } from '../config/contract-package.js';

/** A folder of generated files, with a record of its own. */
export interface Output {
  /** Relative to the package, with `/` between folders. */
  readonly folder: string;
  readonly emit: (model: ContractModel) => readonly GeneratedFile[];
  /** Emits the files that a change may change; undefined where that can't be told. */
  readonly emitChanges: (change: ModelChange) => readonly GeneratedFile[] | undefined;
}

/** Everything that is generated from a model: whoever adds an emitter adds it here. */
export function outputsOf({ output, spec }: Pick<ContractPackage, 'output' | 'spec'>): readonly Output[] {
  const client: Output = {
    folder: output,
    emit: (model) => emitClient(model, { output }),
    emitChanges: (change) => emitClientChanges(change, { output }),
  };
  return spec === undefined ? [client] : [client, { folder: spec, emit: emitSpec, emitChanges: emitSpecChanges }];
}

function emitSpec(model: ContractModel): readonly GeneratedFile[] {
  return [...emitJsonSchemas(model), ...emitAsyncApi(model)];
}

function emitSpecChanges(change: ModelChange): readonly GeneratedFile[] | undefined {
  const part = changedPart(change);
  return part && [...emitJsonSchemas(part.after), ...emitAsyncApi(change.after)];
}
