import { compareText } from '../model/canonical-json.js';
import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { annotated, askingKeywords } from './annotations.js';
import { choiceForm } from './choice-form.js';
import { type Conjunction, Conjunctions } from './conjunction.js';
import { plainForm } from './plain-form.js';
import type { Reading } from './reading.js';
import type { SchemaDocument } from './schema-document.js';
import { listed, type SchemaNode } from './schema-node.js';
import { ShapeNames } from './shape-names.js';

/** Reads schemas of a document into forms. What is referred to, and what contains itself, becomes a shape. */
export class FormReader implements Reading {
  readonly document: SchemaDocument;
  readonly conjunctions: Conjunctions;
  readonly #names: ShapeNames;
  /** The names of shapes, and what was read so far, by what was read together. */
  readonly #nameOf = new Map<string, string>();
  readonly #forms = new Map<string, SchemaForm>();
  readonly #open = new Set<string>();

  constructor(document: SchemaDocument, rootName: string) {
    this.document = document;
    this.conjunctions = new Conjunctions(document);
    this.#names = new ShapeNames(rootName);
  }

  /** The shapes that what was read refers to, sorted by name. */
  get shapes(): readonly ShapeModel[] {
    const shapes = [...this.#nameOf].map(([key, name]) => ({ name, schema: this.#forms.get(key) ?? never }));
    return shapes.toSorted((one, other) => compareText(one.name, other.name));
  }

  /** The form of what has to fit some schemas at once. */
  readonly read = (nodes: readonly SchemaNode[]): SchemaForm => {
    const asking = nodes.map((node) => this.document.inForce(node)).filter(({ schema }) => schema !== true);
    if (asking.some(({ schema }) => schema === false)) return never;
    const behind = asking.map((node) => this.#behind(node));
    const [only, ...others] = distinct(behind.map(({ node }) => node));
    if (only === undefined) return { kind: 'unknown' };
    const isReference = others.length === 0 && behind.some((each) => each.isReference);
    return annotated(isReference ? this.#shape([only]) : this.#formOf([only, ...others]), asking);
  };

  /** The form of schemas that were taken apart. */
  readonly build = (conjunction: Conjunction): SchemaForm => {
    if (conjunction.types.length === 0 || conjunction.own.some(({ schema }) => schema === false)) return never;
    return conjunction.choices.length > 0 ? choiceForm(conjunction, this) : plainForm(conjunction, this);
  };

  #formOf(nodes: readonly SchemaNode[]): SchemaForm {
    const key = keyOf(nodes);
    if (this.#open.has(key) || this.#nameOf.has(key)) return this.#shape(nodes);
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    this.#open.add(key);
    const built = this.build(this.conjunctions.of(nodes));
    this.#open.delete(key);
    const form = nodes.length === 1 ? annotated(built, nodes) : built;
    this.#forms.set(key, form);
    return this.#nameOf.has(key) ? this.#shape(nodes) : form;
  }

  #shape(nodes: readonly SchemaNode[]): SchemaForm {
    const key = keyOf(nodes);
    const known = this.#nameOf.get(key);
    const name = known ?? this.#names.nameAt(nodes[0]?.pointer ?? '');
    if (known === undefined) {
      if (!this.#open.has(key) && !this.#forms.has(key)) {
        // It may refer to itself.
        this.#nameOf.set(key, name);
        this.#open.add(key);
        this.#forms.set(key, annotated(this.build(this.conjunctions.of(nodes)), nodes));
        this.#open.delete(key);
      } else this.#nameOf.set(key, name);
    }
    return { kind: 'ref', name };
  }

  /** What a schema comes to that only refers to another one, or has it alone in an `allOf`. */
  #behind(node: SchemaNode): Behind {
    let isReference = false;
    for (let at = this.document.inForce(node); ; ) {
      const next = this.#next(at);
      if (next === undefined) return { node: at, isReference };
      isReference ||= this.document.target(at) !== undefined;
      at = this.document.inForce(next);
    }
  }

  #next(node: SchemaNode): SchemaNode | undefined {
    const [keyword, ...others] = askingKeywords(node);
    if (others.length > 0 || keyword === undefined) return undefined;
    if (keyword === '$ref') return this.document.target(node);
    if (keyword !== 'allOf' && keyword !== 'anyOf' && keyword !== 'oneOf') return undefined;
    const inside = listed(node, keyword);
    return inside.length === 1 ? inside[0] : undefined;
  }
}

/** What a schema comes to, and whether it is somewhere else. */
interface Behind {
  readonly node: SchemaNode;
  readonly isReference: boolean;
}

const never: SchemaForm = { kind: 'never' };

function distinct(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return [...new Map(nodes.map((node) => [node.pointer, node])).values()];
}

function keyOf(nodes: readonly SchemaNode[]): string {
  return JSON.stringify(nodes.map(({ pointer }) => pointer).sort());
}
