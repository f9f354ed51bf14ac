import { CodegenError, type Problem } from '../codegen-error.js';
import { isJsonValue } from '../model/json-value.js';
import { shown } from '../model/rule.js';
import { type Draft, draftNames, draftOf } from './draft.js';
import { inForce, isBareReference } from './in-force.js';
import { keywords } from './keywords.js';
import { valueAt } from './pointer-value.js';
import { SchemaAddresses } from './schema-addresses.js';
import { schemaChildren } from './schema-children.js';
import { held, isRawSchema, type SchemaNode } from './schema-node.js';
import { selfContained } from './self-contained.js';

/** What is asked of a document when it is opened. */
export interface DocumentOptions {
  /** What it was read from, to be named in errors. */
  readonly file?: string;
  /** What it is written in, where it does not say. */
  readonly draft: Draft;
}

/** A document of JSON Schema: every keyword in it holds what it has to, and every reference leads to a schema in it. */
export class SchemaDocument {
  readonly draft: Draft;
  readonly root: SchemaNode;
  readonly #document: unknown;
  readonly #file: string | undefined;
  readonly #problems: Problem[] = [];
  readonly #nodes = new Map<string, SchemaNode>();
  readonly #addresses = new SchemaAddresses();
  readonly #targets = new Map<string, SchemaNode>();
  /** References that were met and not followed yet. */
  readonly #open: { readonly node: SchemaNode; readonly reference: string; readonly base: string }[] = [];

  /** @throws CodegenError `unreadable_schema` with everything that is wrong. */
  constructor(document: unknown, { file, draft }: DocumentOptions) {
    this.#document = document;
    this.#file = file;
    this.draft = draft;
    this.root = { schema: isRawSchema(document) ? document : false, pointer: '#' };
    if (!isJsonValue(document)) this.#report('#', 'is no JSON value: read it with JSON.parse first');
    else if (!isRawSchema(document)) {
      this.#report('#', `expected a schema, which is an object, true or false; found ${shown(document)}`);
    } else {
      const name = held(this.root, '$schema');
      if (typeof name === 'string') this.draft = draftOf(name) ?? draft;
      this.#enter(document, '#', SchemaAddresses.start);
      this.#follow();
      for (const pointer of selfContained(this)) {
        this.#report(
          pointer,
          'is defined by itself alone: refer to it from a property or an item of it, or not at all',
        );
      }
    }
    if (this.#problems.length > 0) throw new CodegenError('unreadable_schema', this.#problems);
  }

  /** Every schema of the document. */
  get nodes(): Iterable<SchemaNode> {
    return this.#nodes.values();
  }

  /** What a schema refers to by `$ref`. */
  target({ pointer }: SchemaNode): SchemaNode | undefined {
    return this.#targets.get(pointer);
  }

  /** A schema with the keywords that count. */
  inForce(node: SchemaNode): SchemaNode {
    return inForce(node, this.draft);
  }

  #enter(value: unknown, pointer: string, around: string): void {
    if (this.#nodes.has(pointer)) return;
    if (!isRawSchema(value)) {
      this.#report(pointer, `expected a schema, which is an object, true or false; found ${shown(value)}`);
      return;
    }
    const node: SchemaNode = { schema: value, pointer };
    this.#nodes.set(pointer, node);
    if (typeof value === 'boolean') return;
    const isBare = isBareReference(node, this.draft);
    const base = this.#addresses.add(node, around, isBare);
    for (const [name, inner] of Object.entries(value)) {
      if (!isBare || name === '$ref') this.#check(name, inner, pointer);
    }
    const reference = held(node, '$ref');
    if (typeof reference === 'string') this.#open.push({ node, reference, base });
    for (const { value: inner, keyword, pointer: at } of schemaChildren(node)) {
      if (!isBare || keyword === 'definitions' || keyword === '$defs') this.#enter(inner, at, base);
    }
  }

  #check(name: string, value: unknown, pointer: string): void {
    const keyword = keywords.get(name);
    if (name === '$schema' && typeof value === 'string' && draftOf(value) !== this.draft) {
      this.#report(pointer, this.#wrongDraft(value));
    } else if (name === 'items' && Array.isArray(value) && this.draft === '2020-12') {
      this.#report(
        pointer,
        "'items': a list is how draft-07 says it: write 'prefixItems', or say draft-07 in '$schema'",
      );
    } else if (keyword !== undefined && !keyword.test(value)) {
      const advice =
        name.startsWith('exclusive') && typeof value === 'boolean' ? ', which is draft-04: write the number here' : '';
      this.#report(pointer, `'${name}': expected ${keyword.expected}, found ${shown(value)}${advice}`);
    }
  }

  #wrongDraft(name: string): string {
    if (draftOf(name) !== undefined) return `'$schema': expected that of the whole document, ${draftNames[this.draft]}`;
    const known = Object.values(draftNames).join(' or ');
    return `'$schema': expected ${known}, found ${shown(name)}: convert it to one of these first`;
  }

  #follow(): void {
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      const { node, reference, base } = next;
      const found = this.#addresses.resolve(reference, base);
      const value = found === undefined ? undefined : valueAt(this.#document, found.pointer);
      if (found === undefined) {
        const message = `expected a reference into this document, found ${shown(reference)}: put what it names into '$defs'`;
        this.#report(node.pointer, `'$ref': ${message}`);
      } else if (!isRawSchema(value)) {
        this.#report(node.pointer, `'$ref': there is no schema at ${shown(reference)}: mend the pointer, or add it`);
      } else {
        this.#enter(value, found.pointer, found.base);
        this.#targets.set(node.pointer, { schema: value, pointer: found.pointer });
      }
    }
  }

  #report(path: string, message: string): void {
    this.#problems.push({ ...(this.#file !== undefined && { file: this.#file }), path, message });
  }
}
