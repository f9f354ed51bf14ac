import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { FormPool } from './form-pool.js';
import type { Side } from './inclusion.js';

/** Two payloads, and the shapes of both in one list. */
export function together(
  before: Side,
  after: Side,
): { readonly before: SchemaForm; readonly after: SchemaForm; readonly shapes: readonly ShapeModel[] } {
  const pool = new FormPool();
  const shapes = pool.shapes(before.shapes, after.shapes);
  return { before: pool.earlier(before.form), after: pool.later(after.form), shapes };
}
