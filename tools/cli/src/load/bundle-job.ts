import type { ContractModel, Problem } from '@tidings/codegen';
import type { ContractConfig } from '../config/contract-config.js';
import type { Bundle } from './bundle.js';
import type { LoadedModules } from './sources.js';

/** What is made of a bundle where it runs, since schemas and functions can't leave there. */
export interface BundleJobs {
  /** The configuration that its one file exports. */
  readonly config: { readonly file: string; readonly result: ContractConfig };
  /** The model of a contract: the first files define channels, the others shapes. */
  readonly contract: {
    readonly contract: string;
    readonly channels: readonly string[];
    readonly shapes: readonly string[];
    /** Fingerprints of changes that were let pass. */
    readonly accepted: readonly string[];
    /** The package's record of what was released, there or not. */
    readonly lock: string;
    /** The oldest release that still counts, if not all do. */
    readonly oldest: string | undefined;
    readonly result: ReadContract;
  };
}

/** A contract, and which files that should define channels define none. */
export interface ReadContract {
  readonly model: ContractModel;
  readonly withoutChannels: readonly string[];
}

/** What is to be done with a bundle. */
export type BundleJob = {
  [K in keyof BundleJobs]: { readonly kind: K } & Omit<BundleJobs[K], 'result'>;
}[keyof BundleJobs];

/** What the worker is given to do. */
export interface BundleWork {
  readonly bundle: Pick<Bundle, 'root' | 'source' | 'place' | 'graph'>;
  readonly job: BundleJob;
}

/** What came out of running a bundle. */
export interface BundleRun<Result> {
  readonly result: Result;
  /** What it loaded beside itself; undefined where Node has no way to tell. */
  readonly modules: LoadedModules | undefined;
}

/** What the worker answers: what came out of it; what a definition threw; or what else stands in the way. */
export type BundleAnswer =
  | BundleRun<unknown>
  | { readonly thrown: string }
  | { readonly failure: string }
  | { readonly problems: readonly Problem[] };
