import type { ContractModel } from '../model/contract-model.js';

/** A file to be written. */
export interface GeneratedFile {
  /** Its name in the output folder. */
  readonly path: string;
  readonly content: string;
}

/** What emitters need to know besides the model. */
export interface EmitOptions {
  /** The output folder, relative to the package, with `/` between folders, such as `src/generated`. */
  readonly output: string;
}

/** Turns a model into files. Pure: the same model gives the same bytes. */
export type Emitter = (model: ContractModel, options: EmitOptions) => readonly GeneratedFile[];
