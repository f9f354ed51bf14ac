import type { ContractModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { isReservedType } from '../names/reserved-names.js';
import { renderType } from './render-type.js';
import { type ShapeScope, type Side, typeOf } from './type-of.js';

/** The types of a shape. Sides that are written alike share one. */
export interface ShapeTypes {
  readonly name: string;
  readonly schema: SchemaForm;
  /** The name to use on each side. */
  readonly names: Readonly<Record<Side, string>>;
}

/**
 * The shapes of a contract, and what each is called on each side: `Issue` is what handlers get; `IssueJson`, if it
 * differs, what travels; `IssueInput`, if it differs, what publishers give.
 */
export class ShapeIndex implements ShapeScope {
  readonly all: readonly ShapeTypes[];
  readonly #byName: ReadonlyMap<string, ShapeTypes>;

  constructor({ shapes }: Pick<ContractModel, 'shapes'>) {
    let names = new Map(shapes.map(({ name, schema }) => [name, { name, schema, names: sameName(name) }]));
    // Shapes refer to each other, in circles too: one that differs makes those that use it differ.
    for (let settled = false; !settled; ) {
      const scope: ShapeScope = scopeOf(names);
      const next = new Map([...names].map(([name, types]) => [name, { ...types, names: sideNames(types, scope) }]));
      settled = [...next].every(([name, types]) => equalNames(types.names, names.get(name)?.names));
      names = next;
    }
    this.#byName = names;
    this.all = [...names.values()];
  }

  schemaOf(name: string): SchemaForm {
    return scopeOf(this.#byName).schemaOf(name);
  }

  nameOf(name: string, side: Side): string {
    return scopeOf(this.#byName).nameOf(name, side);
  }
}

function scopeOf(names: ReadonlyMap<string, ShapeTypes>): ShapeScope {
  const find = (name: string): ShapeTypes => {
    const found = names.get(name);
    if (found === undefined) throw new RangeError(`the model refers to a shape '${name}' that it does not have`);
    return found;
  };
  return { schemaOf: (name) => find(name).schema, nameOf: (name, side) => find(name).names[side] };
}

function typeName(name: string): string {
  return isReservedType(name) ? `${name}Shape` : name;
}

function sameName(name: string): Record<Side, string> {
  const type = typeName(name);
  return { wire: type, publish: type, data: type };
}

function sideNames({ name, schema, names }: ShapeTypes, scope: ShapeScope): Record<Side, string> {
  const type = typeName(name);
  const data = renderType(typeOf(schema, 'data', scope));
  // What was told apart in an earlier round stays so.
  const differs = (side: Side): boolean => names[side] !== type || renderType(typeOf(schema, side, scope)) !== data;
  return {
    data: type,
    wire: differs('wire') ? `${type}Json` : type,
    publish: differs('publish') ? `${type}Input` : type,
  };
}

function equalNames(a: Readonly<Record<Side, string>>, b: Readonly<Record<Side, string>> | undefined): boolean {
  return a.wire === b?.wire && a.publish === b.publish;
}
