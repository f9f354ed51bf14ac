import type { ConstantForm, FormFacts, SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { wrappedForm } from '../model/wire-children.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { FormIndex } from '../validate/form-index.js';

/** A form, taken apart: what is around it, and what is left then. */
export interface Layers {
  readonly core: SchemaForm;
  /** All of them, innermost first. */
  readonly checks: readonly ValueCheck[];
  readonly nullable: boolean;
  readonly readonly: boolean;
  readonly brand: string | undefined;
  /** The outermost. Its wire side is inside. */
  readonly codec: Extract<SchemaForm, { readonly kind: 'codec' }> | undefined;
  readonly presence: Presence;
  readonly fallback: ConstantForm | undefined;
  /** What it says to people: the outermost word on each counts. */
  readonly facts: Pick<FormFacts, 'title' | 'description' | 'deprecated' | 'examples'>;
  /** The shapes that were gone through. */
  readonly shapes: readonly string[];
}

/** Whether a property has to be there, may be missing, or has something in its place then. */
export type Presence =
  | { readonly kind: 'required' | 'optional'; readonly value?: never }
  | { readonly kind: 'defaulted'; readonly value: ConstantForm };

/** Takes a form apart, shapes included. */
export function layersOf(form: SchemaForm, forms: FormIndex): Layers {
  const take = (): Layers => taken(form, forms, true);
  return forms.once<Layers | undefined>('layers', form, undefined, take) ?? take();
}

/** Takes a form apart up to the first shape, which is its core. */
export function layersAroundShape(form: SchemaForm, forms: FormIndex): Layers {
  return taken(form, forms, false);
}

function taken(form: SchemaForm, forms: FormIndex, throughShapes: boolean): Layers {
  const checks: ValueCheck[][] = [];
  const shapes: string[] = [];
  let [nullable, isReadonly] = [false, false];
  let brand: string | undefined;
  let codec: Layers['codec'];
  let presence: Presence | undefined;
  let fallback: ConstantForm | undefined;
  let facts: Layers['facts'] = {};
  for (let at = form; ; ) {
    const { title, description, deprecated, examples } = at;
    facts = {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(deprecated !== undefined && { deprecated }),
      ...(examples !== undefined && { examples }),
      ...facts,
    };
    if (codec === undefined) checks.unshift([...(at.checks ?? [])]);
    const inner = at.kind === 'ref' && !throughShapes ? undefined : innerOf(at, forms);
    if (inner === undefined || shapes.length > mostShapes) {
      // A catch, or an option that may be missing, does the same.
      const found = presence ?? { kind: mayBeAbsent(form, forms) === undefined ? 'required' : 'optional' };
      return {
        core: at,
        checks: checks.flat(),
        nullable,
        readonly: isReadonly,
        brand,
        codec,
        presence: found,
        fallback,
        facts,
        shapes,
      };
    }
    if (at.kind === 'nullable') nullable = true;
    if (at.kind === 'readonly') isReadonly = true;
    if (at.kind === 'brand') brand ??= at.name;
    if (at.kind === 'codec') codec ??= at;
    if (at.kind === 'optional') presence ??= { kind: 'optional' };
    if (at.kind === 'nonoptional') presence ??= { kind: 'required' };
    if (at.kind === 'default' || at.kind === 'prefault') presence ??= { kind: 'defaulted', value: at.value };
    if (at.kind === 'catch') fallback ??= at.value;
    if (at.kind === 'ref') shapes.push(at.name);
    at = inner;
  }
}

/** A name for a name for itself has no end. */
const mostShapes = 64;

function innerOf(form: SchemaForm, forms: FormIndex): SchemaForm | undefined {
  return form.kind === 'ref' ? forms.schemaOf(form.name) : wrappedForm(form);
}
