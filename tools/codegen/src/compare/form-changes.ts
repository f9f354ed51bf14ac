import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormChange } from './form-change.js';
import { type FormStep, FormWalk } from './form-walk.js';
import { shapeName } from './shape-names.js';

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
  tell(FormWalk.of(shapes).steps(before, after), { path: 'payload', place: '' }, told);
  return told.changes;
}

interface Told {
  readonly changes: FormChange[];
  /** Shapes of which all is told, and those of which what is inside is. */
  readonly shapes: Set<string>;
  readonly inside: Set<string>;
}

/** Where steps are: as people are told, and as it is known wherever that is. */
interface At {
  readonly path: string;
  readonly place: string;
}

function tell(steps: readonly FormStep[], { path, place }: At, told: Told): void {
  for (const step of steps) {
    const at = { path: path + step.path, place: place + step.path.replace(/\(\d+\)/g, '()') };
    if ('kind' in step) {
      told.changes.push({ ...step, ...at });
      continue;
    }
    const isTold = step.isOfShapes && told.shapes.has(step.shapes);
    if (step.isOfShapes) told.shapes.add(step.shapes);
    const [before, after] = isTold ? [[], []] : step.around;
    tell(before, at, told);
    if (!told.inside.has(step.shapes)) {
      told.inside.add(step.shapes);
      tell(step.inside(), { ...at, place: namesOf(step.shapes) }, told);
    }
    tell(after, at, told);
  }
}

/** Shapes as people know them. */
function namesOf(shapes: string): string {
  return JSON.stringify((JSON.parse(shapes) as readonly (readonly string[])[]).map((side) => side.map(shapeName)));
}
