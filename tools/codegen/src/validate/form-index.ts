import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';

/** The shapes that forms refer to, and what was found out about forms. */
export class FormIndex {
  static readonly #known = new WeakMap<readonly ShapeModel[], FormIndex>();

  readonly #shapes: ReadonlyMap<string, SchemaForm>;
  readonly #found = new Map<string, Map<SchemaForm, unknown>>();

  constructor(shapes: readonly ShapeModel[]) {
    this.#shapes = new Map(shapes.map(({ name, schema }) => [name, schema]));
  }

  /** The one of a list of shapes: what was found out with it is known to all. */
  static of(shapes: readonly ShapeModel[]): FormIndex {
    let index = FormIndex.#known.get(shapes);
    if (index === undefined) {
      index = new FormIndex(shapes);
      FormIndex.#known.set(shapes, index);
    }
    return index;
  }

  /** The schema of a shape. */
  schemaOf(name: string): SchemaForm {
    const found = this.#shapes.get(name);
    if (found === undefined) throw new RangeError(`the model refers to a shape '${name}' that it does not have`);
    return found;
  }

  /**
   * A fact about a form, found out once. While it is being found out, a form that contains itself sees `open`.
   */
  once<T>(what: string, form: SchemaForm, open: T, find: () => T): T {
    let facts = this.#found.get(what);
    if (facts === undefined) {
      facts = new Map();
      this.#found.set(what, facts);
    }
    if (facts.has(form)) return facts.get(form) as T;
    facts.set(form, open);
    const found = find();
    facts.set(form, found);
    return found;
  }
}
