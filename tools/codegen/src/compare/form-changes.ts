import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormChange } from './form-change.js';
import { type FormStep, FormWalk } from './form-walk.js';

export type { FormChange } from './form-change.js';

/**
 * Lists what is different between two payloads, in the order in which one reads them. What is different inside of shapes is told where
 * they are met first.
 *
 * @param shapes Those of both: see `together`.
 */
export function formChanges(
  before: SchemaForm,
  after: SchemaForm,
  shapes: readonly ShapeModel[],
): readonly FormChange[] {
  const told: Told = { changes: [], shapes: new Set(), inside: new Set() };
  tell(FormWalk.of(shapes).steps(before, after), 'payload', told);
  return told.changes;
}

interface Told {
  readonly changes: FormChange[];
  /** Shapes of which all is told, and those of which what is inside is. */
  readonly shapes: Set<string>;
  readonly inside: Set<string>;
}

function tell(steps: readonly FormStep[], path: string, told: Told): void {
  for (const step of steps) {
    const at = path + step.path;
    if ('kind' in step) {
      told.changes.push({ ...step, path: at });
      continue;
    }
    const isTold = step.isOfShapes && told.shapes.has(step.shapes);
    if (step.isOfShapes) told.shapes.add(step.shapes);
    const [before, after] = isTold ? [[], []] : step.around;
    tell(before, at, told);
    if (!told.inside.has(step.shapes)) {
      told.inside.add(step.shapes);
      tell(step.inside(), at, told);
    }
    tell(after, at, told);
  }
}
