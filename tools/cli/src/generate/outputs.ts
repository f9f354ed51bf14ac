import { type ContractModel, emitAsyncApi, emitClient, emitJsonSchemas, type GeneratedFile } from '@tidings/codegen';
import type { ContractPackage } from '../config/contract-package.js';

/** A folder of generated files, with a record of its own. */
export interface Output {
  /** Relative to the package, with `/` between folders. */
  readonly folder: string;
  readonly emit: (model: ContractModel) => readonly GeneratedFile[];
}

/** Everything that is generated from a model: whoever adds an emitter adds it here. */
export function outputsOf({ output, spec }: Pick<ContractPackage, 'output' | 'spec'>): readonly Output[] {
  const client: Output = { folder: output, emit: (model) => emitClient(model, { output }) };
  if (spec === undefined) return [client];
  return [client, { folder: spec, emit: (model) => [...emitJsonSchemas(model), ...emitAsyncApi(model)] }];
}
