import type { JsonValue } from './json-value.js';
import type { FormatDetails, OpaqueFact, ValueCheck } from './value-check.js';

/** A value that a literal type can have; what JSON lacks is spelt out. */
export type LiteralValue =
  | string
  | number
  | boolean
  | null
  | { readonly bigint: string }
  | { readonly undefined: true };

/** What every form may carry. */
export interface FormFacts {
  /** What the schema is called for people. */
  readonly title?: string;
  /** What the schema says of itself. */
  readonly description?: string;
  /** Whether its metadata says `deprecated: true`. */
  readonly deprecated?: true;
  /** Values that fit, as they travel. */
  readonly examples?: readonly JsonValue[];
  /** What its values must also be; never empty. */
  readonly checks?: readonly ValueCheck[];
}

/** Kinds that have nothing inside. Those from `date` on stand on the data side of codecs only. */
export type PlainKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'unknown'
  | 'any'
  | 'never'
  /** Any JSON value. */
  | 'json'
  | 'date'
  | 'bigint'
  | 'undefined'
  | 'void'
  | 'nan'
  | 'symbol'
  | 'file';

/**
 * A value that a definition gives, as it travels. `dynamic`: it is another one each time, such as the time of day, so
 * there is nothing to write down.
 */
export type ConstantForm = { readonly json: JsonValue } | { readonly dynamic: true };

/**
 * How a codec gets from one side to the other: one of those whose code is known, nothing at all (`same`: both schemas
 * see the same value), words for truth and falsehood, or code of the author's.
 */
export type CodecVia =
  | 'isoDate'
  | 'bytes'
  | 'bigIntString'
  | 'same'
  | { readonly truthy: readonly string[]; readonly falsy: readonly string[]; readonly caseSensitive: boolean }
  | { readonly decode: OpaqueFact; readonly encode: OpaqueFact };

/** A property of an object, in the order in which its author wrote it. */
export interface PropertyForm {
  readonly name: string;
  readonly schema: SchemaForm;
}

/**
 * A payload's schema in a form of our own: what emitters and the comparison see in place of zod. Plain JSON, and closed:
 * a `switch` over `kind` can be exhaustive. Lists keep their author's order, since it is what readers of the generated
 * code see.
 */
export type SchemaForm = FormFacts &
  (
    | { readonly kind: Exclude<PlainKind, 'string' | 'number' | 'bigint'> }
    /** `format`: what zod calls it, such as `uuid` or `safeint`; of JSON Schema, also `integer` and its formats of strings. */
    | {
        readonly kind: 'string' | 'number' | 'bigint';
        readonly format?: string;
        readonly details?: FormatDetails;
      }
    | { readonly kind: 'literal'; readonly values: readonly LiteralValue[] }
    | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
    /** Known values of a string that may have others. */
    | { readonly kind: 'openEnum'; readonly values: readonly string[] }
    | { readonly kind: 'template'; readonly parts: readonly (SchemaForm | { readonly text: string })[] }
    | {
        readonly kind: 'object';
        readonly properties: readonly PropertyForm[];
        /** What becomes of other properties: removed, refused, kept, or of a schema of their own. */
        readonly rest: 'strip' | 'strict' | 'loose' | SchemaForm;
      }
    /** `partial`: keys that are listed may be missing. `loose`: other keys pass unseen; data side only. */
    | {
        readonly kind: 'record';
        readonly key: SchemaForm;
        readonly value: SchemaForm;
        readonly partial: boolean;
        readonly loose?: true;
      }
    | { readonly kind: 'array' | 'set'; readonly element: SchemaForm }
    | { readonly kind: 'map'; readonly key: SchemaForm; readonly value: SchemaForm }
    | { readonly kind: 'tuple'; readonly items: readonly SchemaForm[]; readonly rest?: SchemaForm }
    | {
        readonly kind: 'union';
        readonly options: readonly SchemaForm[];
        /** The property that tells the options apart. */
        readonly discriminator?: string;
        /** Whether exactly one option may fit. */
        readonly exclusive?: true;
        /** Whether every option is tried where the discriminator tells nothing. */
        readonly fallback?: true;
      }
    | { readonly kind: 'intersection'; readonly left: SchemaForm; readonly right: SchemaForm }
    /** `exact`: may be missing, but not be `undefined`. */
    | { readonly kind: 'optional'; readonly inner: SchemaForm; readonly exact: boolean }
    | { readonly kind: 'nullable' | 'nonoptional' | 'readonly' | 'lazy'; readonly inner: SchemaForm }
    /**
     * `default`: handlers get the value where there is none. `prefault`: it is taken for what travelled. `catch`:
     * handlers get it in place of anything that does not fit.
     */
    | { readonly kind: 'default' | 'prefault' | 'catch'; readonly inner: SchemaForm; readonly value: ConstantForm }
    /** Two sides: what travels, and what handlers get. */
    | { readonly kind: 'codec'; readonly wire: SchemaForm; readonly data: SchemaForm; readonly via: CodecVia }
    /** Told apart from other values of its type by a name. */
    | { readonly kind: 'brand'; readonly name: string; readonly inner: SchemaForm }
    /** An instance of a class of the platform. Data side only. */
    | { readonly kind: 'instance'; readonly class: string }
    /** A shape of the contract, by its name. */
    | { readonly kind: 'ref'; readonly name: string }
  );

/** What the shape is called that stands for any JSON value, in every contract that has it. */
export const jsonShape = 'JsonValue';
