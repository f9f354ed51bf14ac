import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import { type PropertyNode, type TypeNode, text, withoutUndefined } from '../type/type-node.js';
import type { Side as TypeSide } from '../type/type-of.js';
import { FormIndex } from '../validate/form-index.js';
import type { Side } from './inclusion.js';
import { ofTwo } from './of-two.js';
import { PairTable } from './pair-table.js';
import { TypeScope } from './type-scope.js';
import { article } from './words.js';

/** What no longer compiles: where, and why. */
export interface TypeBreak {
  readonly path: string;
  readonly reason: string;
}

/** Whether a publish call that was written for one form compiles with another. Gives the first thing that is in the way. */
export function publishCompiles(before: Side, after: Side): TypeBreak | undefined {
  return publishing(FormIndex.of(before.shapes), FormIndex.of(after.shapes)).whole(before.form, after.form);
}

/** Whether a handler that was written for one form compiles with another. Gives the first thing that is in the way. */
export function handlerCompiles(before: Side, after: Side): TypeBreak | undefined {
  return handling(FormIndex.of(after.shapes), FormIndex.of(before.shapes)).whole(after.form, before.form);
}

/** Which of two types code was written for: what it gives, or what it wants. It may name every property of that one. */
type WrittenFor = 'given' | 'wanted';

type ObjectNode = Extract<TypeNode, { kind: 'object' }>;
type TupleNode = Extract<TypeNode, { kind: 'tuple' }>;

/** Compares types of two models as the compiler would, as far as that is in what is generated. Paths are those within a type. */
class TypeComparison {
  readonly #given: TypeScope;
  readonly #wanted: TypeScope;
  readonly #side: TypeSide;
  readonly #writtenFor: WrittenFor;
  readonly #known = new PairTable<string, TypeBreak | undefined>({
    granted: undefined,
    isSure: (found) => found !== undefined,
  });

  constructor(given: FormIndex, wanted: FormIndex, side: TypeSide, writtenFor: WrittenFor) {
    this.#given = new TypeScope(given);
    this.#wanted = new TypeScope(wanted);
    this.#side = side;
    this.#writtenFor = writtenFor;
  }

  whole(given: SchemaForm, wanted: SchemaForm): TypeBreak | undefined {
    return this.#fits(this.#given.typeOf(given, this.#side), this.#wanted.typeOf(wanted, this.#side));
  }

  /** Types may be within themselves, by their names: then they fit if the rest does. */
  #fits(given: TypeNode, wanted: TypeNode): TypeBreak | undefined {
    if (!mayRecur(given) && !mayRecur(wanted)) return this.#looked(given, wanted);
    return this.#known.find(keyOf(given), keyOf(wanted), () =>
      this.#looked(this.#given.resolved(given), this.#wanted.resolved(wanted)),
    );
  }

  #looked(given: TypeNode, wanted: TypeNode): TypeBreak | undefined {
    const [one, other] = [this.#given.plain(given), this.#wanted.plain(wanted)];
    if (isText(other, 'unknown', 'any') || isText(one, 'any', 'never')) return undefined;
    if (one.kind === 'union') return first(one.members, (member) => this.#fits(member, other));
    if (isText(one, 'boolean') && other.kind === 'union') {
      return first(['true', 'false'], (word) => this.#oneOf(text(word), other.members));
    }
    if (other.kind === 'union') return this.#oneOf(one, other.members);
    if (other.kind === 'intersection') return first(other.members, (member) => this.#fits(one, member));
    if (one.kind === 'intersection') return this.#anyOf(one.members, other);
    return this.#single(one, other);
  }

  #oneOf(given: TypeNode, members: readonly TypeNode[]): TypeBreak | undefined {
    const breaks: TypeBreak[] = [];
    for (const member of members) {
      const found = this.#fits(given, member);
      if (found === undefined) return undefined;
      breaks.push(found);
    }
    const parts = this.#parts(given);
    if (parts.length > 0) return first(parts, (part) => this.#oneOf(part, members));
    // The one that came furthest is the one that was meant.
    return breaks.reduce((deepest, each) => (each.path.length > deepest.path.length ? each : deepest), {
      path: '',
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

  #anyOf(members: readonly TypeNode[], wanted: TypeNode): TypeBreak | undefined {
    let last: TypeBreak | undefined;
    for (const member of members) {
      last = this.#fits(member, wanted);
      if (last === undefined) return undefined;
    }
    return last;
  }

  #single(given: TypeNode, wanted: TypeNode): TypeBreak | undefined {
    // What has a brand is of its type, too.
    if (isBranded(given) && !isBranded(wanted)) return this.#fits(given.args[0] ?? text('unknown'), wanted);
    const unfit = { path: '', reason: `${shown(given)} is not ${shown(wanted)}` };
    if (given.kind === 'text' || wanted.kind === 'text') {
      return given.kind === 'text' && wanted.kind === 'text' && textFits(given.text, wanted.text) ? undefined : unfit;
    }
    if (given.kind === 'generic' || wanted.kind === 'generic') return this.#generics(given, wanted, unfit);
    if (wanted.kind === 'array') {
      if (given.kind !== 'array' && given.kind !== 'tuple') return unfit;
      if (given.readonly && !wanted.readonly) return { path: '', reason: 'it is readonly' };
      if (given.kind === 'array') return at('[]', this.#fits(given.element, wanted.element));
      const items = [...given.items.map(({ type }) => type), ...(given.rest === undefined ? [] : [given.rest])];
      return first(items, (item, index) => at(`[${index}]`, this.#fits(item, wanted.element)));
    }
    if (wanted.kind === 'tuple') return given.kind === 'tuple' ? this.#tuples(given, wanted) : unfit;
    if (given.kind !== 'object' || wanted.kind !== 'object') return unfit;
    return this.#objects(given, wanted);
  }

  #generics(given: TypeNode, wanted: TypeNode, unfit: TypeBreak): TypeBreak | undefined {
    if (given.kind !== 'generic' || wanted.kind !== 'generic') return unfit;
    if (given.name.replace(/^Readonly/, '') !== wanted.name.replace(/^Readonly/, '')) return unfit;
    if (given.name.startsWith('Readonly') && !wanted.name.startsWith('Readonly'))
      return { path: '', reason: 'it is readonly' };
    return first(given.args, (arg, index) => this.#fits(arg, wanted.args[index] ?? text('unknown')));
  }

  #tuples(given: TupleNode, wanted: TupleNode): TypeBreak | undefined {
    if (given.readonly && !wanted.readonly) return { path: '', reason: 'it is readonly' };
    const needed = wanted.items.filter(({ optional }) => !optional).length;
    const there = given.items.filter(({ optional }) => !optional).length;
    if (there < needed) return { path: `[${there}]`, reason: `only ${there} of ${needed} items are sure to be there` };
    if (given.items.length > wanted.items.length && wanted.rest === undefined) {
      return { path: `[${wanted.items.length}]`, reason: 'there are more items' };
    }
    if (given.rest !== undefined && wanted.rest === undefined) return { path: '[]', reason: 'there may be more items' };
    const items = [...given.items.map(({ type }) => type), ...(given.rest === undefined ? [] : [given.rest])];
    return first(items, (item, index) => {
      const other = wanted.items[index]?.type ?? wanted.rest;
      return other === undefined ? undefined : at(`[${index}]`, this.#fits(item, other));
    });
  }

  #objects(given: ObjectNode, wanted: ObjectNode): TypeBreak | undefined {
    return (
      first(wanted.properties, (property) => this.#property(given, property)) ??
      first(given.properties, (property) => this.#extra(wanted, property)) ??
      this.#index(given, wanted)
    );
  }

  #property(given: ObjectNode, wanted: PropertyNode): TypeBreak | undefined {
    const step = pathStep(wanted.name);
    const own = given.properties.find(({ name }) => name === wanted.name);
    if (own === undefined) {
      // A call that names it has given it a type of its own: whether that fits, is seen there.
      if (given.index !== undefined) return wanted.optional ? undefined : { path: step, reason: 'it may be missing' };
      if (!wanted.optional) return { path: step, reason: 'it has to be there' };
      return this.#writtenFor === 'wanted' ? { path: step, reason: 'it is gone' } : undefined;
    }
    if (own.optional && !wanted.optional) return { path: step, reason: 'it may be missing' };
    if (own.readonly && !wanted.readonly && this.#writtenFor === 'wanted')
      return { path: step, reason: 'it is readonly' };
    const [type, other] = wanted.optional
      ? [withoutUndefined(own.type), withoutUndefined(wanted.type)]
      : [own.type, wanted.type];
    return at(step, this.#fits(type, other));
  }

  /** What is given beside what is wanted. */
  #extra(wanted: ObjectNode, { name, type }: PropertyNode): TypeBreak | undefined {
    if (wanted.properties.some((property) => property.name === name)) return undefined;
    const step = pathStep(name);
    if (wanted.index !== undefined) return at(step, this.#fits(type, wanted.index.type));
    return this.#writtenFor === 'given' ? { path: step, reason: 'there is no such property any more' } : undefined;
  }

  #index(given: ObjectNode, wanted: ObjectNode): TypeBreak | undefined {
    if (wanted.index !== undefined && given.index !== undefined) {
      return at('{}', this.#fits(given.index.type, wanted.index.type));
    }
    if (given.index === undefined || wanted.index !== undefined || this.#writtenFor === 'wanted') return undefined;
    return { path: '{}', reason: 'other properties are not taken any more' };
  }
}

const publishing = ofTwo(
  (given: FormIndex, wanted: FormIndex) => new TypeComparison(given, wanted, 'publish', 'given'),
);
const handling = ofTwo((given: FormIndex, wanted: FormIndex) => new TypeComparison(given, wanted, 'data', 'wanted'));

/** What is wrong inside of something. */
function at(step: string, found: TypeBreak | undefined): TypeBreak | undefined {
  return found && { path: step + found.path, reason: found.reason };
}

/** Whether a type stands for another one, which it may be within. */
function mayRecur({ kind }: TypeNode): boolean {
  return kind === 'name' || kind === 'generic' || kind === 'mapped' || kind === 'intersection';
}

/** Two types of one key are the same. */
function keyOf(type: TypeNode): string {
  if (type.kind === 'name') return type.name;
  const key = keys.get(type) ?? JSON.stringify(type);
  keys.set(type, key);
  return key;
}

const keys = new WeakMap<TypeNode, string>();

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
