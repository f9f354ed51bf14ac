import type { ChannelModel, VersionModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';

/** The name of the record of what was released, in the folder of a contract package. */
export const lockFile = 'contract.lock.json';

/** The version of the form of lock files that this package writes and reads. */
export const lockFormat = 1;

/** From which release to which something was so. */
export interface Span {
  /** The first release that had it so. */
  readonly since: string;
  /** The first release that did not any more; left out while the last one has it. */
  readonly until?: string;
}

/** A version of a channel: as in the model, with the hash of its payload's form in place of the form. */
export interface LockedVersion extends Omit<VersionModel, 'schema'> {
  readonly form: string;
}

/** A channel as some releases had it. */
export interface LockedChannel extends Omit<ChannelModel, 'source' | 'versions'>, Span {
  readonly versions: readonly [LockedVersion, ...LockedVersion[]];
}

/** A named schema as some releases had it. */
export interface LockedShape extends Span {
  readonly name: string;
  readonly form: string;
}

/**
 * Everything that was ever released of a contract: each distinct form once, by its hash, and which releases had what. It
 * travels with the package, so that comparing with a release needs no code to be run.
 */
export interface ContractLock {
  /** The version of this form: `lockFormat`. */
  readonly lock: 1;
  /** The version of the form of the schemas in it: that of models. */
  readonly model: 1;
  readonly contract: string;
  /** The versions of the package that were released, in the order in which they were. */
  readonly releases: readonly string[];
  /** Sorted by name, then by release. */
  readonly channels: readonly LockedChannel[];
  /** Sorted by name, then by release. */
  readonly shapes: readonly LockedShape[];
  readonly forms: Readonly<Record<string, SchemaForm>>;
}

/** The lock of a contract of which nothing was released. */
export function emptyLock(contract: string): ContractLock {
  return { lock: 1, model: 1, contract, releases: [], channels: [], shapes: [], forms: {} };
}
