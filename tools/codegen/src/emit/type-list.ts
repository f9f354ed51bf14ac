import type { Doc } from '../text/doc-text.js';
import { collectImports, type ImportedNames } from '../type/imported-names.js';
import { renderType } from '../type/render-type.js';
import type { TypeNode } from '../type/type-node.js';

/** A type to be declared. */
export interface DeclaredType {
  readonly name: string;
  /** What it is, as text: the name of an earlier type, if it reads like that one. */
  readonly text: string;
  readonly doc: Doc;
}

/** About `export type MessageSentPublish = `: unions break a little early or late, but alike on each side. */
const typicalHead = 32;

/** The types of a module in their order. What reads like an earlier one is written once, and called by its name. */
export class TypeList {
  readonly types: DeclaredType[] = [];
  /** What the types need to have imported. */
  readonly imports: ImportedNames = { shapes: new Set(), runtime: new Set() };
  readonly #names = new Map<string, string>();
  readonly #texts = new WeakMap<TypeNode, string>();

  /**
   * Adds a type.
   *
   * @param doc What it says of itself, which may depend on whether it is another name for an earlier one.
   * @param whole What it amounts to, if it is put together from names: what later types are compared with.
   */
  add(name: string, type: TypeNode, doc: (isSame: boolean) => Doc, whole: TypeNode = type): void {
    const same = this.nameOf(type);
    this.types.push({ name, text: same ?? this.#text(type), doc: doc(same !== undefined) });
    if (same !== undefined) return;
    this.#names.set(this.#text(whole), name);
    collectImports(type, this.imports);
  }

  /** The name of an earlier type that reads the same, if there is one. */
  nameOf(type: TypeNode): string | undefined {
    return this.#names.get(this.#text(type));
  }

  #text(type: TypeNode): string {
    const known = this.#texts.get(type);
    if (known !== undefined) return known;
    const written = renderType(type, '', typicalHead);
    this.#texts.set(type, written);
    return written;
  }
}
