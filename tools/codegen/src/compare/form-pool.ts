import type { ChannelModel, ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { markedName } from './shape-names.js';

/**
 * Forms in which what says the same is the same object, so that what is found out about it is found out once. Shapes of the later one
 * of two models can have names of their own in them, so that they can stand beside those of the earlier one.
 */
export class FormPool {
  static readonly #ofShapes = new WeakMap<readonly ShapeModel[], FormPool>();

  /** By what they say. */
  readonly #parts = new Map<string, object>();
  readonly #numbers = new Map<object, number>();
  readonly #isNew: (name: string) => boolean;

  /** @param isNew Which of the later model's shapes have names of their own. The others are the same in both. */
  constructor(isNew: (name: string) => boolean = () => true) {
    this.#isNew = isNew;
  }

  /** The pool that a list of shapes came out of, or one for it. */
  static of(shapes: readonly ShapeModel[]): FormPool {
    const found = FormPool.#ofShapes.get(shapes) ?? new FormPool();
    FormPool.#ofShapes.set(shapes, found);
    return found;
  }

  /** The shapes of two models in one list: those of the earlier one, and the new ones. */
  shapes(before: readonly ShapeModel[], after: readonly ShapeModel[]): readonly ShapeModel[] {
    const shapes = [
      // What is in both needs no pool: it is found by its name.
      ...before.map((shape) => (this.#isNew(shape.name) ? { ...shape, schema: this.earlier(shape.schema) } : shape)),
      ...after
        .filter(({ name }) => this.#isNew(name))
        .map(({ name, schema }) => ({ name: markedName(name), schema: this.later(schema) })),
    ];
    FormPool.#ofShapes.set(shapes, this);
    return shapes;
  }

  /** A form, or a channel, of the earlier model. */
  earlier<Part extends SchemaForm | ChannelModel>(part: Part): Part {
    return this.#pooled(part, false) as Part;
  }

  /** A form, or a channel, of the later model. */
  later<Part extends SchemaForm | ChannelModel>(part: Part): Part {
    return this.#pooled(part, true) as Part;
  }

  #pooled(part: unknown, isLater: boolean): unknown {
    if (typeof part !== 'object' || part === null || this.#numbers.has(part)) return part;
    if (Array.isArray(part)) {
      const items = part.map((each) => this.#pooled(each, isLater));
      return this.#one(`[${items.map((each) => this.#said(each)).join()}`, () => items);
    }
    const isReference = isLater && 'kind' in part && part.kind === 'ref';
    const fields: (readonly [name: string, value: unknown])[] = [];
    let key = '{';
    for (const [name, value] of Object.entries(part)) {
      if (value === undefined) continue;
      const isName = isReference && name === 'name' && typeof value === 'string' && this.#isNew(value);
      // What is no form may hold anything, also what looks like a reference.
      const inner = isName ? markedName(value) : this.#pooled(value, isLater && !data.has(name));
      fields.push([name, inner]);
      key += `${JSON.stringify(name)}:${this.#said(inner)},`;
    }
    return this.#one(key, () => Object.fromEntries(fields));
  }

  /** The one that says the same, or this one. What is in it is in the pool. */
  #one(key: string, make: () => object): object {
    const found = this.#parts.get(key);
    if (found !== undefined) return found;
    const made = make();
    this.#parts.set(key, made);
    this.#numbers.set(made, this.#numbers.size);
    return made;
  }

  /** What is said of a value that is in something. */
  #said(value: unknown): string {
    if (typeof value === 'object' && value !== null) return `#${this.#numbers.get(value)}`;
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
}

/** What stands under these names is what some event may be, and no form. */
const data: ReadonlySet<string> = new Set(['json', 'examples', 'values']);
