import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import type { Finding } from './inclusion.js';
import type { LazyList } from './lazy-list.js';

/** What the comparison of containers needs to compare what is in them. */
export interface PartComparison {
  /** The writer's shapes. */
  readonly writer: FormIndex;
  /** The reader's shapes. */
  readonly reader: FormIndex;
  /** Whether one form includes another. */
  compare(writer: SchemaForm, reader: SchemaForm): Finding;
  /** Values that the writer may write. */
  samples(form: SchemaForm): LazyList<JsonValue>;
}
