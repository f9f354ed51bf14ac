import type { ChannelModel, ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { Side } from './inclusion.js';

const mark = 'new ';

/** Gives shapes of a contract names of their own, so that they can stand beside those of an older one. */
export class NewShapes {
  readonly #isNew: (name: string) => boolean;

  /** @param isNew Which ones. The others are the same in both. */
  constructor(isNew: (name: string) => boolean) {
    this.#isNew = isNew;
  }

  /** Those that have another name now. */
  shapes(shapes: readonly ShapeModel[]): readonly ShapeModel[] {
    return shapes
      .filter(({ name }) => this.#isNew(name))
      .map(({ name, schema }) => ({ name: mark + name, schema: this.form(schema) }));
  }

  channel(channel: ChannelModel): ChannelModel {
    return this.#renamed(channel) as ChannelModel;
  }

  form(form: SchemaForm): SchemaForm {
    return this.#renamed(form) as SchemaForm;
  }

  #renamed(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map((each) => this.#renamed(each));
    if ('kind' in part && part.kind === 'ref' && 'name' in part && typeof part.name === 'string') {
      return this.#isNew(part.name) ? { ...part, name: mark + part.name } : part;
    }
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, data.has(name) ? value : this.#renamed(value)]),
    );
  }
}

/** Two payloads, and the shapes of both in one list. */
export function together(
  before: Side,
  after: Side,
): { readonly before: SchemaForm; readonly after: SchemaForm; readonly shapes: readonly ShapeModel[] } {
  const renaming = new NewShapes(() => true);
  const shapes = [...before.shapes, ...renaming.shapes(after.shapes)];
  return { before: before.form, after: renaming.form(after.form), shapes };
}

/** What people call a shape. */
export function shapeName(name: string): string {
  return name.startsWith(mark) ? name.slice(mark.length) : name;
}

/** What stands under these names is what some event may be, and no form. */
const data: ReadonlySet<string> = new Set(['json', 'examples', 'values']);
