import { canonicalJson } from '../model/canonical-json.js';
import type { ValueCheck } from '../model/value-check.js';
import { keywords } from './keywords.js';
import { schemaChildren } from './schema-children.js';
import type { SchemaDocument } from './schema-document.js';
import { held, type SchemaNode } from './schema-node.js';

/**
 * Keywords of a schema that the model can't say, as a check whose code is their text: the same keywords are the same check,
 * in whatever order, whatever they tell people, wherever in a document they and what they refer to stand.
 */
export function opaqueKeywords(node: SchemaNode, names: readonly string[], document: SchemaDocument): ValueCheck {
  const writing = new OpaqueWriting(document);
  const written = writing.keywords(node, names);
  const { schemas } = writing;
  const code = canonicalJson({ ...written, ...(schemas.length > 0 && { '#': schemas }) });
  return { check: 'refine', code: JSON.stringify(JSON.parse(code)) };
}

/** One entry of a keyword that holds several, each of which asks something of its own. */
export function opaqueEntry(node: SchemaNode, keyword: string, name: string, document: SchemaDocument): ValueCheck {
  const entry: unknown = Reflect.get(Object(held(node, keyword)), name);
  return opaqueKeywords({ schema: { [keyword]: { [name]: entry } }, pointer: node.pointer }, [keyword], document);
}

/** Writes schemas without what is for people. What they refer to is numbered, in the order in which it is met. */
class OpaqueWriting {
  readonly schemas: unknown[] = [];
  readonly #document: SchemaDocument;
  readonly #numbers = new Map<string, number>();

  constructor(document: SchemaDocument) {
    this.#document = document;
  }

  keywords(node: SchemaNode, names: readonly string[]): Readonly<Record<string, unknown>> {
    const inside = schemaChildren(node);
    const held: Record<string, unknown> = {};
    for (const name of [...names].sort()) {
      const own = inside.filter(({ keyword }) => keyword === name);
      held[name] = own.length === 0 ? this.#plain(node, name) : this.#filled(node, name, own);
    }
    return held;
  }

  #plain(node: SchemaNode, name: string): unknown {
    if (name === '$ref') return this.#reference(node);
    // It means what the whole document makes of it.
    return name === '$dynamicRef' ? [held(node, name), this.#document.root.schema] : held(node, name);
  }

  #filled(
    node: SchemaNode,
    name: string,
    inside: readonly { readonly value: unknown; readonly pointer: string }[],
  ): unknown {
    const value = held(node, name);
    const written = new Map(
      inside.map(({ value: schema, pointer }) => [
        schema,
        this.#schema({ schema: schema as SchemaNode['schema'], pointer }),
      ]),
    );
    if (Array.isArray(value)) return value.map((one: unknown) => written.get(one));
    if (written.has(value)) return written.get(value);
    const entries = Object.entries(value as object).map(([key, one]) => [
      key,
      written.has(one) ? written.get(one) : one,
    ]);
    return Object.fromEntries(entries);
  }

  #schema(given: SchemaNode): unknown {
    const node = this.#document.inForce(given);
    if (typeof node.schema === 'boolean') return node.schema;
    return this.keywords(
      node,
      Object.keys(node.schema).filter((name) => keywords.has(name) && keywords.get(name)?.isAnnotation !== true),
    );
  }

  #reference(node: SchemaNode): unknown {
    const target = this.#document.target(node);
    if (target === undefined) return undefined;
    const known = this.#numbers.get(target.pointer);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(target.pointer, number);
    this.schemas[number] = this.#schema(target);
    return number;
  }
}
