import { askingKeywords } from './annotations.js';
import { simplerNegation } from './negation.js';
import type { SchemaDocument } from './schema-document.js';
import { child, listed, type SchemaNode } from './schema-node.js';
import { commonTypes, everyType, typesNamed, type ValueType } from './value-types.js';

/** One of several schemas has to fit (`anyOf`), or exactly one (`oneOf`). */
export interface Choice {
  readonly kind: 'anyOf' | 'oneOf';
  readonly options: readonly SchemaNode[];
  /** Where it stands. */
  readonly node: SchemaNode;
}

/** Schemas that have to fit all at once, with what they refer to, and with what stands in their `allOf`. */
export interface Conjunction {
  /** Those whose own keywords count. */
  readonly own: readonly SchemaNode[];
  readonly choices: readonly Choice[];
  /** The types that all of this leaves, at most. */
  readonly types: readonly ValueType[];
}

/** Takes schemas apart. What they refer to is gone into; choices are left. */
export class Conjunctions {
  readonly #document: SchemaDocument;
  readonly #ofOne = new Map<string, Conjunction>();

  constructor(document: SchemaDocument) {
    this.#document = document;
  }

  /** All of some schemas at once. */
  of(nodes: readonly SchemaNode[]): Conjunction {
    const [only, ...others] = nodes;
    if (only === undefined) return { own: [], choices: [], types: everyType };
    if (others.length > 0) return together(nodes.map((node) => this.of([node])));
    const known = this.#ofOne.get(only.pointer);
    if (known !== undefined) return known;
    const found = this.#ofNode(this.#document.inForce(only));
    this.#ofOne.set(only.pointer, found);
    return found;
  }

  #ofNode(node: SchemaNode): Conjunction {
    const target = this.#document.target(node);
    const choices = (['anyOf', 'oneOf'] as const).flatMap((kind) => {
      const options = listed(node, kind);
      return options.length === 0 ? [] : [{ kind, options, node }];
    });
    const parts = [
      {
        own: askingKeywords(node).some(isOwn) || node.schema === false ? [node] : [],
        choices,
        types: this.#types(node, choices),
      },
      ...(target === undefined ? [] : [this.of([target])]),
      ...listed(node, 'allOf').map((member) => this.of([member])),
    ];
    const negated = child(node, 'not');
    const simpler = negated === undefined ? undefined : simplerNegation(this.#document.inForce(negated));
    return together(simpler === undefined ? parts : [...parts, this.#ofNode(simpler)]);
  }

  #types(node: SchemaNode, choices: readonly Choice[]): readonly ValueType[] {
    return choices.reduce((types, { options }) => {
      const possible = new Set(options.flatMap((option) => this.of([option]).types));
      return types.filter((type) => possible.has(type));
    }, typesNamed(node));
  }
}

/** Several conjunctions at once. */
export function together(parts: readonly Conjunction[]): Conjunction {
  return {
    own: unique(parts.flatMap(({ own }) => own)),
    choices: [...new Set(parts.flatMap(({ choices }) => choices))],
    types: parts.map(({ types }) => types).reduce(commonTypes, everyType),
  };
}

function unique(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return [...new Map(nodes.map((node) => [node.pointer, node])).values()];
}

/** What leads elsewhere is taken apart. */
function isOwn(keyword: string): boolean {
  return keyword !== '$ref' && keyword !== 'allOf' && keyword !== 'anyOf' && keyword !== 'oneOf';
}
