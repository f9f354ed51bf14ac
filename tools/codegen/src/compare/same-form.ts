import { isSameJson } from '../model/same-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { ofTwo } from './of-two.js';
import { PairTable } from './pair-table.js';
import { hidesCode } from './untold.js';

/**
 * Whether two forms of two models say the same about values, shapes included. What people read in them does not count; code
 * whose text is not known is the same as nothing.
 */
export class SameForms {
  /** The one of two models: what is the same is found out once. */
  static readonly of: (one: FormIndex, other: FormIndex) => SameForms = ofTwo(
    (one, other) => new SameForms(one, other),
  );

  readonly #forms: readonly [FormIndex, FormIndex];
  readonly #known = new PairTable<object, boolean>({ granted: true, isSure: (found) => !found });

  constructor(one: FormIndex, other: FormIndex) {
    this.#forms = [one, other];
  }

  areSame(one: SchemaForm, other: SchemaForm): boolean {
    return this.#parts(one, other);
  }

  #parts(one: unknown, other: unknown): boolean {
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
    if (Array.isArray(one) || Array.isArray(other)) return this.#lists(one, other);
    const [a, b] = [one as Part, other as Part];
    if (a.kind === 'ref' && b.kind === 'ref') return this.#refs(String(a.name), String(b.name));
    // Others are as soon compared as looked up.
    if (a.kind !== 'object' && a.kind !== 'union') return this.#facts(a, b);
    return this.#known.find(a, b, () => this.#facts(a, b));
  }

  #facts(a: Part, b: Part): boolean {
    if (a.kind !== b.kind || hidesCode(a) || hidesCode(b)) return false;
    const isForm = a.kind !== undefined;
    for (const name in b)
      if (b[name] !== undefined && a[name] === undefined && !(isForm && forPeople.has(name))) return false;
    for (const name in a) {
      if (isForm && forPeople.has(name)) continue;
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
    const [forms, others] = this.#forms;
    const [a, b] = [forms.schemaOf(one) as object as Part, others.schemaOf(other) as object as Part];
    return this.#known.find(a, b, () => (a.kind === 'ref' ? this.#parts(a, b) : this.#facts(a, b)));
  }
}

type Part = Readonly<Record<string, unknown>>;

/** What forms say to people. */
const forPeople: ReadonlySet<string> = new Set(['title', 'description', 'deprecated', 'examples']);

function isConstant({ kind }: Part): boolean {
  return kind === 'default' || kind === 'prefault' || kind === 'catch';
}
