import type { SchemaForm } from './schema-form.js';

/** One version of a channel. */
export interface VersionModel {
  /** Counted from 1. */
  readonly version: number;
  /** The lowest version whose readers may read this one. */
  readonly minReader: number;
  /** Its payload. */
  readonly schema: SchemaForm;
}

/** A channel, without a trace of the library it was defined with. */
export interface ChannelModel {
  /** Its name on the wire. */
  readonly name: string;
  /** What generated names are made of: the name of its export, or what could be made of it. */
  readonly identifier: string;
  /** Where it is defined: a file relative to the package with `/` between folders, and the name of the export. */
  readonly source: { readonly file: string; readonly exportName: string };
  readonly delivery: 'broadcast' | 'durable';
  readonly key?: string;
  readonly description?: string;
  readonly deprecated?: string;
  readonly retention?: { readonly maxAgeMs?: number; readonly maxCount?: number };
  /** Every version, oldest first; never empty. */
  readonly versions: readonly [VersionModel, ...VersionModel[]];
}

/** A schema that has a name of its own in the contract. */
export interface ShapeModel {
  readonly name: string;
  readonly schema: SchemaForm;
}

/** A contract: everything that emitters and the comparison see of a package of definitions. */
export interface ContractModel {
  /** The version of this form: `modelFormat`. */
  readonly model: 1;
  /** The contract's name, such as `conversation`. */
  readonly contract: string;
  /** Sorted by name. */
  readonly channels: readonly ChannelModel[];
  /** Sorted by name. */
  readonly shapes: readonly ShapeModel[];
}

/** The version that is published, and that handlers see. */
export function latestVersion({ versions }: ChannelModel): VersionModel {
  return versions.at(-1) ?? versions[0];
}
