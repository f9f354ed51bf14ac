import type { SchemaForm } from './schema-form.js';

/** A regular expression: one of those that have a name (see `knownPatterns`), or its source. */
export type PatternForm = { readonly known: string } | { readonly source: string; readonly flags?: string };

/**
 * Something that only code decides. Its identity is the text of the function, without comments and layout; what the
 * function closes over is not part of it. Without `code` there is no text to be had (bound functions, `superRefine`):
 * such a fact equals nothing, not even itself.
 */
export interface OpaqueFact {
  readonly code?: string;
}

/** How a format is narrowed further. Everything is optional; what is not there is as zod has it by default. */
export interface FormatDetails {
  /** `uuid`: such as `v4`. */
  readonly version?: string;
  /** `datetime`, `time`: digits of the second's fraction; -1 is to the minute. */
  readonly precision?: number;
  /** `datetime`: whether offsets such as `+02:00` are allowed beside `Z`. */
  readonly offset?: true;
  /** `datetime`: whether there need be neither `Z` nor an offset. */
  readonly local?: true;
  /** `mac`: what stands between two bytes, if not `:`. */
  readonly delimiter?: string;
  /** `nanoid`: its length, if not 21. */
  readonly length?: number;
  /** `jwt`: its algorithm. */
  readonly algorithm?: string;
  /** `url`: what its host must match. */
  readonly hostname?: PatternForm;
  /** `url`: what its protocol must match, without the colon. */
  readonly protocol?: PatternForm;
  /** `url`: whether handlers get it normalized. */
  readonly normalize?: true;
  /** A pattern of its own, in place of the usual one of the format. */
  readonly pattern?: PatternForm;
  /** A format of the author's own that code decides. */
  readonly test?: OpaqueFact;
}

/** A number, or what JSON lacks, spelt out. `date` is an ISO string. */
export type BoundValue = number | { readonly bigint: string } | { readonly date: string };

/**
 * A demand on a value beside its type, in the order in which they are made. A container's checks see its data: what
 * codecs inside it give.
 */
export type ValueCheck =
  /** Of numbers, bigints and dates; inclusive unless `exclusive`. */
  | { readonly check: 'min' | 'max'; readonly value: BoundValue; readonly exclusive?: true }
  | { readonly check: 'multipleOf'; readonly value: number | { readonly bigint: string } }
  /** Of strings, in code points, and of arrays. */
  | { readonly check: 'minLength' | 'maxLength' | 'length'; readonly value: number }
  /** Of sets, maps and files. */
  | { readonly check: 'minSize' | 'maxSize' | 'size'; readonly value: number }
  /** A format, where the type has none or another one. */
  | { readonly check: 'format'; readonly format: string; readonly details?: FormatDetails }
  | { readonly check: 'pattern'; readonly pattern: PatternForm }
  /** Whether a string contains a text, at `position` or later. */
  | { readonly check: 'includes'; readonly text: string; readonly position?: number }
  | { readonly check: 'startsWith' | 'endsWith'; readonly text: string }
  /** No letters A to Z (`lowercase`), no letters a to z (`uppercase`). */
  | { readonly check: 'lowercase' | 'uppercase' }
  /** What a property of the value must be, such as the length of an array. */
  | { readonly check: 'property'; readonly name: string; readonly schema: SchemaForm }
  /** The media types that a file may have. */
  | { readonly check: 'mime'; readonly types: readonly string[] }
  /** A refinement. */
  | ({ readonly check: 'refine' } & OpaqueFact);
