import type { SchemaForm } from '../model/schema-form.js';
import { readonlyType } from '../type/readonly-type.js';
import { intersection, type PropertyNode, type TypeNode, text, union } from '../type/type-node.js';
import { type ShapeScope, type Side, typeOf } from '../type/type-of.js';
import type { FormIndex } from '../validate/form-index.js';

/** The types of a model's shapes. A type's name is its shape's, and the side that it is of. */
export class TypeScope implements ShapeScope {
  readonly #forms: FormIndex;

  constructor(forms: FormIndex) {
    this.#forms = forms;
  }

  /** The type of a form, made once. */
  typeOf(form: SchemaForm, side: Side): TypeNode {
    return this.#forms.once<TypeNode>(`type of ${side}`, form, text('unknown'), () => typeOf(form, side, this));
  }

  schemaOf(name: string): SchemaForm {
    return this.#forms.schemaOf(name);
  }

  nameOf(name: string, side: Side): string {
    return `${side} ${name}`;
  }

  /** A type that has no name. */
  resolved(type: TypeNode): TypeNode {
    if (type.kind !== 'name') return type;
    const [, side, name] = /^(\w+) (.*)$/s.exec(type.name) ?? [];
    return this.resolved(this.typeOf(this.schemaOf(String(name)), side as Side));
  }

  /** A type in the plainest words: what wraps it is carried out. */
  plain(type: TypeNode): TypeNode {
    if (type.kind === 'mapped') return this.#mapped(type);
    if (type.kind === 'intersection') return this.#merged(type.members);
    if (type.kind !== 'generic') return type;
    const [inner = text('unknown')] = type.args;
    switch (type.name) {
      case 'OpenEnum':
        return text('string');
      case 'Readonly':
        return readonlyType(this.plain(this.resolved(inner)));
      case 'Merged':
        return this.plain(inner);
      case 'Record':
        return { kind: 'object', properties: [], index: undefined };
      default:
        return type;
    }
  }

  #mapped({ keys, value, optional, readonly }: Extract<TypeNode, { kind: 'mapped' }>): TypeNode {
    const plain = this.resolved(keys);
    const names = (plain.kind === 'union' ? plain.members : [plain]).map((key) =>
      key.kind === 'text' ? literalName(key.text) : undefined,
    );
    const index = { type: optional ? union([value, text('undefined')]) : value, readonly };
    if (!names.every((name) => name !== undefined)) return { kind: 'object', properties: [], index };
    const properties = names.map(
      (name): PropertyNode => ({ name, optional, readonly, type: value, doc: {} as PropertyNode['doc'] }),
    );
    return { kind: 'object', properties, index: undefined };
  }

  /** Objects that have to be all at once are one object. */
  #merged(members: readonly TypeNode[]): TypeNode {
    const all = members.map((member) => this.plain(this.resolved(member)));
    const objects = all.filter((each) => each.kind === 'object');
    if (objects.length < all.length) return { kind: 'intersection', members: all };
    const properties = new Map<string, PropertyNode>();
    for (const property of objects.flatMap((each) => each.properties)) {
      const known = properties.get(property.name);
      properties.set(
        property.name,
        known === undefined
          ? property
          : {
              ...known,
              optional: known.optional && property.optional,
              type: intersection([known.type, property.type]),
            },
      );
    }
    const index = objects.find((each) => each.index !== undefined)?.index;
    return { kind: 'object', properties: [...properties.values()], index };
  }
}

function literalName(written: string): string | undefined {
  if (/^-?\d/.test(written)) return String(Number(written));
  return /^['"]/.test(written) ? written.slice(1, -1) : undefined;
}
