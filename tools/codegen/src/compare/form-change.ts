import type { SchemaForm } from '../model/schema-form.js';
import type { FormChangeKind } from './change-kinds.js';

/** One difference between two forms. */
export interface FormChange {
  readonly kind: FormChangeKind;
  /** Where: such as `payload.items[].price`. */
  readonly path: string;
  /** What was there, and what is there now, as people call it. */
  readonly before?: string;
  readonly after?: string;
  /** The difference by itself: forms that differ in nothing else. Absent where values are not concerned. */
  readonly pair?: readonly [before: SchemaForm, after: SchemaForm];
  /** Where the difference is whether an object has a property: its names. Then the pair is of objects that have nothing else. */
  readonly names?: readonly string[];
  /** Where, counted from the shape that it is inside of: the same wherever that is met, and whatever order options have. */
  readonly place?: string;
}
