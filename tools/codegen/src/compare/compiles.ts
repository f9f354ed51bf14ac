import type { ShapeModel } from '../model/contract-model.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import { readonlyType } from '../type/readonly-type.js';
import { intersection, type PropertyNode, type TypeNode, text, union, withoutUndefined } from '../type/type-node.js';
import { type ShapeScope, type Side as TypeSide, typeOf } from '../type/type-of.js';
import { FormIndex } from '../validate/form-index.js';
import type { Side } from './inclusion.js';
import { article } from './words.js';

/** What no longer compiles: where, and why. */
export interface TypeBreak {
  readonly path: string;
  readonly reason: string;
}

/** Whether a publish call that was written for one form compiles with another. Gives the first thing that is in the way. */
export function publishCompiles(before: Side, after: Side): TypeBreak | undefined {
  return new TypeComparison(before, after, 'publish', 'given').whole();
}

/** Whether a handler that was written for one form compiles with another. Gives the first thing that is in the way. */
export function handlerCompiles(before: Side, after: Side): TypeBreak | undefined {
  return new TypeComparison(after, before, 'data', 'wanted').whole();
}

/** Which of two types code was written for: what it gives, or what it wants. It may name every property of that one. */
type WrittenFor = 'given' | 'wanted';

type ObjectNode = Extract<TypeNode, { kind: 'object' }>;
type TupleNode = Extract<TypeNode, { kind: 'tuple' }>;

/** Compares types of two models as the compiler would, as far as that is in what is generated. */
class TypeComparison {
  readonly #given: Scope;
  readonly #wanted: Scope;
  readonly #forms: readonly [SchemaForm, SchemaForm];
  readonly #side: TypeSide;
  readonly #writtenFor: WrittenFor;
  readonly #open = new Set<string>();

  constructor(given: Side, wanted: Side, side: TypeSide, writtenFor: WrittenFor) {
    this.#given = new Scope(given.shapes);
    this.#wanted = new Scope(wanted.shapes);
    this.#forms = [given.form, wanted.form];
    this.#side = side;
    this.#writtenFor = writtenFor;
  }

  whole(): TypeBreak | undefined {
    const [given, wanted] = this.#forms;
    return this.#fits(typeOf(given, this.#side, this.#given), typeOf(wanted, this.#side, this.#wanted), '');
  }

  #fits(given: TypeNode, wanted: TypeNode, path: string): TypeBreak | undefined {
    if (given.kind === 'name' || wanted.kind === 'name') return this.#named(given, wanted, path);
    const [one, other] = [this.#given.plain(given), this.#wanted.plain(wanted)];
    if (isText(other, 'unknown', 'any') || isText(one, 'any', 'never')) return undefined;
    if (one.kind === 'union') return first(one.members, (member) => this.#fits(member, other, path));
    if (isText(one, 'boolean') && other.kind === 'union') {
      return first(['true', 'false'], (word) => this.#oneOf(text(word), other.members, path));
    }
    if (other.kind === 'union') return this.#oneOf(one, other.members, path);
    if (other.kind === 'intersection') return first(other.members, (member) => this.#fits(one, member, path));
    if (one.kind === 'intersection') return this.#anyOf(one.members, other, path);
    return this.#single(one, other, path);
  }

  /** Shapes may be within themselves: then they fit if the rest does. */
  #named(given: TypeNode, wanted: TypeNode, path: string): TypeBreak | undefined {
    const key = JSON.stringify([given, wanted]);
    if (this.#open.has(key)) return undefined;
    this.#open.add(key);
    const found = this.#fits(this.#given.resolved(given), this.#wanted.resolved(wanted), path);
    if (found !== undefined) this.#open.delete(key);
    return found;
  }

  #oneOf(given: TypeNode, members: readonly TypeNode[], path: string): TypeBreak | undefined {
    const breaks: TypeBreak[] = [];
    for (const member of members) {
      const found = this.#fits(given, member, path);
      if (found === undefined) return undefined;
      breaks.push(found);
    }
    const parts = this.#parts(given);
    if (parts.length > 0) return first(parts, (part) => this.#oneOf(part, members, path));
    // The one that came furthest is the one that was meant.
    return breaks.reduce((deepest, each) => (each.path.length > deepest.path.length ? each : deepest), {
      path,
      reason: `${shown(given)} is none of the types that are left`,
    });
  }

  /** An object as several, one for each literal of a property, as the compiler looks at it where a union is wanted. */
  #parts(given: TypeNode): readonly TypeNode[] {
    if (given.kind !== 'object') return [];
    for (const property of given.properties) {
      const type = this.#given.plain(this.#given.resolved(property.type));
      if (type.kind !== 'union' || type.members.length > mostParts || !type.members.every(isLiteral)) continue;
      return type.members.map((member) => ({
        ...given,
        properties: given.properties.map((each) => (each === property ? { ...each, type: member } : each)),
      }));
    }
    return [];
  }

  #anyOf(members: readonly TypeNode[], wanted: TypeNode, path: string): TypeBreak | undefined {
    let last: TypeBreak | undefined;
    for (const member of members) {
      last = this.#fits(member, wanted, path);
      if (last === undefined) return undefined;
    }
    return last;
  }

  #single(given: TypeNode, wanted: TypeNode, path: string): TypeBreak | undefined {
    // What has a brand is of its type, too.
    if (isBranded(given) && !isBranded(wanted)) return this.#fits(given.args[0] ?? text('unknown'), wanted, path);
    const unfit = { path, reason: `${shown(given)} is not ${shown(wanted)}` };
    if (given.kind === 'text' || wanted.kind === 'text') {
      return given.kind === 'text' && wanted.kind === 'text' && textFits(given.text, wanted.text) ? undefined : unfit;
    }
    if (given.kind === 'generic' || wanted.kind === 'generic') return this.#generics(given, wanted, path, unfit);
    if (wanted.kind === 'array') {
      if (given.kind !== 'array' && given.kind !== 'tuple') return unfit;
      if (given.readonly && !wanted.readonly) return { path, reason: 'it is readonly' };
      if (given.kind === 'array') return this.#fits(given.element, wanted.element, `${path}[]`);
      const items = [...given.items.map(({ type }) => type), ...(given.rest === undefined ? [] : [given.rest])];
      return first(items, (item, index) => this.#fits(item, wanted.element, `${path}[${index}]`));
    }
    if (wanted.kind === 'tuple') return given.kind === 'tuple' ? this.#tuples(given, wanted, path) : unfit;
    if (given.kind !== 'object' || wanted.kind !== 'object') return unfit;
    return this.#objects(given, wanted, path);
  }

  #generics(given: TypeNode, wanted: TypeNode, path: string, unfit: TypeBreak): TypeBreak | undefined {
    if (given.kind !== 'generic' || wanted.kind !== 'generic') return unfit;
    if (given.name.replace(/^Readonly/, '') !== wanted.name.replace(/^Readonly/, '')) return unfit;
    if (given.name.startsWith('Readonly') && !wanted.name.startsWith('Readonly'))
      return { path, reason: 'it is readonly' };
    return first(given.args, (arg, index) => this.#fits(arg, wanted.args[index] ?? text('unknown'), path));
  }

  #tuples(given: TupleNode, wanted: TupleNode, path: string): TypeBreak | undefined {
    if (given.readonly && !wanted.readonly) return { path, reason: 'it is readonly' };
    const needed = wanted.items.filter(({ optional }) => !optional).length;
    const there = given.items.filter(({ optional }) => !optional).length;
    if (there < needed)
      return { path: `${path}[${there}]`, reason: `only ${there} of ${needed} items are sure to be there` };
    if (given.items.length > wanted.items.length && wanted.rest === undefined) {
      return { path: `${path}[${wanted.items.length}]`, reason: 'there are more items' };
    }
    if (given.rest !== undefined && wanted.rest === undefined)
      return { path: `${path}[]`, reason: 'there may be more items' };
    const items = [...given.items.map(({ type }) => type), ...(given.rest === undefined ? [] : [given.rest])];
    return first(items, (item, index) => {
      const other = wanted.items[index]?.type ?? wanted.rest;
      return other === undefined ? undefined : this.#fits(item, other, `${path}[${index}]`);
    });
  }

  #objects(given: ObjectNode, wanted: ObjectNode, path: string): TypeBreak | undefined {
    return (
      first(wanted.properties, (property) => this.#property(given, property, path)) ??
      first(given.properties, (property) => this.#extra(wanted, property, path)) ??
      this.#index(given, wanted, path)
    );
  }

  #property(given: ObjectNode, wanted: PropertyNode, path: string): TypeBreak | undefined {
    const at = path + pathStep(wanted.name);
    const own = given.properties.find(({ name }) => name === wanted.name);
    if (own === undefined) {
      // A call that names it has given it a type of its own: whether that fits, is seen there.
      if (given.index !== undefined) return wanted.optional ? undefined : { path: at, reason: 'it may be missing' };
      if (!wanted.optional) return { path: at, reason: 'it has to be there' };
      return this.#writtenFor === 'wanted' ? { path: at, reason: 'it is gone' } : undefined;
    }
    if (own.optional && !wanted.optional) return { path: at, reason: 'it may be missing' };
    if (own.readonly && !wanted.readonly && this.#writtenFor === 'wanted')
      return { path: at, reason: 'it is readonly' };
    const [type, other] = wanted.optional
      ? [withoutUndefined(own.type), withoutUndefined(wanted.type)]
      : [own.type, wanted.type];
    return this.#fits(type, other, at);
  }

  /** What is given beside what is wanted. */
  #extra(wanted: ObjectNode, { name, type }: PropertyNode, path: string): TypeBreak | undefined {
    if (wanted.properties.some((property) => property.name === name)) return undefined;
    const at = path + pathStep(name);
    if (wanted.index !== undefined) return this.#fits(type, wanted.index.type, at);
    return this.#writtenFor === 'given' ? { path: at, reason: 'there is no such property any more' } : undefined;
  }

  #index(given: ObjectNode, wanted: ObjectNode, path: string): TypeBreak | undefined {
    if (wanted.index !== undefined && given.index !== undefined) {
      return this.#fits(given.index.type, wanted.index.type, `${path}{}`);
    }
    if (given.index === undefined || wanted.index !== undefined || this.#writtenFor === 'wanted') return undefined;
    return { path: `${path}{}`, reason: 'other properties are not taken any more' };
  }
}

/** The types of a model's shapes. A type's name is its shape's, and the side that it is of. */
class Scope implements ShapeScope {
  readonly #forms: FormIndex;

  constructor(shapes: readonly ShapeModel[]) {
    this.#forms = FormIndex.of(shapes);
  }

  schemaOf(name: string): SchemaForm {
    return this.#forms.schemaOf(name);
  }

  nameOf(name: string, side: TypeSide): string {
    return `${side} ${name}`;
  }

  /** A type that has no name. */
  resolved(type: TypeNode): TypeNode {
    if (type.kind !== 'name') return type;
    const [, side, name] = /^(\w+) (.*)$/s.exec(type.name) ?? [];
    return this.resolved(typeOf(this.schemaOf(String(name)), side as TypeSide, this));
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

function textFits(given: string, wanted: string): boolean {
  if (given === wanted) return true;
  if (wanted === 'string') return /^['"`]/.test(given);
  if (wanted === 'number') return /^-?\d[\d.e+-]*$/.test(given);
  if (wanted === 'bigint') return /^-?\d+n$/.test(given);
  if (wanted === 'boolean') return given === 'true' || given === 'false';
  return wanted === 'void' && given === 'undefined';
}

/** The compiler looks at no more. */
const mostParts = 25;

function isLiteral(type: TypeNode): boolean {
  return type.kind === 'text' && /^(?:['"\d-]|true$|false$|null$|undefined$)/.test(type.text);
}

function isBranded(type: TypeNode): type is Extract<TypeNode, { kind: 'generic' }> {
  return type.kind === 'generic' && type.name === 'Branded';
}

function isText(type: TypeNode, ...words: readonly string[]): boolean {
  return type.kind === 'text' && words.includes(type.text);
}

function first<T>(all: readonly T[], look: (each: T, index: number) => TypeBreak | undefined): TypeBreak | undefined {
  for (const [index, each] of all.entries()) {
    const found = look(each, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(type: TypeNode): string {
  if (type.kind === 'text') return type.text;
  return type.kind === 'generic' ? type.name : article(type.kind);
}
