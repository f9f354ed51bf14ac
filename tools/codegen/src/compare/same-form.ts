import { isSameJson } from '../model/canonical-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { hidesCode } from './untold.js';

/**
 * Whether two forms of two models say the same about values, shapes included. What people read in them does not count; code
 * whose text is not known is the same as nothing.
 */
export class SameForms {
  static readonly #known = new WeakMap<FormIndex, WeakMap<FormIndex, SameForms>>();

  readonly #forms: readonly [FormIndex, FormIndex];
  readonly #shapes = new Map<string, boolean>();

  constructor(one: FormIndex, other: FormIndex) {
    this.#forms = [one, other];
  }

  /** The one of two models: which shapes are the same is found out once. */
  static of(one: FormIndex, other: FormIndex): SameForms {
    const others = SameForms.#known.get(one) ?? new WeakMap<FormIndex, SameForms>();
    SameForms.#known.set(one, others);
    const found = others.get(other) ?? new SameForms(one, other);
    others.set(other, found);
    return found;
  }

  areSame(one: SchemaForm, other: SchemaForm): boolean {
    return this.#parts(one, other);
  }

  #parts(one: unknown, other: unknown): boolean {
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
    if (Array.isArray(one) || Array.isArray(other)) return this.#lists(one, other);
    const [a, b] = [one as Part, other as Part];
    if (a.kind === 'ref' && b.kind === 'ref') return this.#refs(String(a.name), String(b.name));
    if (hidesCode(a) || hidesCode(b)) return false;
    const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => !(a.kind && forPeople.has(name))));
    for (const name of names) {
      // The value of a default is data, whatever it looks like.
      const same = name === 'value' && isConstant(a) ? isSameJson(a[name], b[name]) : this.#parts(a[name], b[name]);
      if (!same) return false;
    }
    return true;
  }

  #lists(one: unknown, other: unknown): boolean {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((each, index) => this.#parts(each, other[index]));
  }

  #refs(one: string, other: string): boolean {
    const key = JSON.stringify([one, other]);
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    // A shape within itself is the same if the rest is.
    this.#shapes.set(key, true);
    const [forms, others] = this.#forms;
    const same = this.#parts(forms.schemaOf(one), others.schemaOf(other));
    // What was taken for granted on the way to a `no` may not be so.
    if (!same) this.#shapes.clear();
    this.#shapes.set(key, same);
    return same;
  }
}

type Part = Readonly<Record<string, unknown>>;

/** What forms say to people. */
const forPeople: ReadonlySet<string> = new Set(['title', 'description', 'deprecated', 'examples']);

function isConstant({ kind }: Part): boolean {
  return kind === 'default' || kind === 'prefault' || kind === 'catch';
}
