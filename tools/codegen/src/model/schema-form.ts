/** A value that a literal type can have; what JSON lacks is spelt out. */
export type LiteralValue =
  | string
  | number
  | boolean
  | null
  | { readonly bigint: string }
  | { readonly undefined: true };

/** What every form may carry. */
interface Documented {
  /** What the schema says of itself. */
  readonly description?: string;
  /** Whether its metadata says `deprecated: true`. */
  readonly deprecated?: true;
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
export type SchemaForm = Documented &
  (
    | { readonly kind: Exclude<PlainKind, 'string' | 'number'> }
    /** `format`: what zod calls it, such as `uuid` or `safeint`. */
    | { readonly kind: 'string' | 'number'; readonly format?: string }
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
    | { readonly kind: 'record'; readonly key: SchemaForm; readonly value: SchemaForm; readonly partial: boolean }
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
      }
    | { readonly kind: 'intersection'; readonly left: SchemaForm; readonly right: SchemaForm }
    /** `exact`: may be missing, but not be `undefined`. */
    | { readonly kind: 'optional'; readonly inner: SchemaForm; readonly exact: boolean }
    | { readonly kind: 'nullable' | 'nonoptional' | 'readonly' | 'catch' | 'lazy'; readonly inner: SchemaForm }
    | { readonly kind: 'default' | 'prefault'; readonly inner: SchemaForm }
    /** Two sides: what travels, and what handlers get. */
    | { readonly kind: 'codec'; readonly wire: SchemaForm; readonly data: SchemaForm }
    /** Told apart from other values of its type by a name. */
    | { readonly kind: 'brand'; readonly name: string; readonly inner: SchemaForm }
    /** An instance of a class of the platform. Data side only. */
    | { readonly kind: 'instance'; readonly class: string }
    /** A shape of the contract, by its name. */
    | { readonly kind: 'ref'; readonly name: string }
  );

/** What the shape is called that stands for any JSON value, in every contract that has it. */
export const jsonShape = 'JsonValue';
