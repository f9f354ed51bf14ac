import { pascalCase } from '../names/identifier-case.js';

/** Gives names to schemas that need one: each another one, made of where they stand. */
export class ShapeNames {
  readonly #taken = new Set<string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = pascalCase(root);
  }

  /** A name for the schema at a pointer. */
  nameAt(pointer: string): string {
    const step = pointer.split('/').slice(1).at(-1);
    const plain = step === undefined ? this.#root : pascalCase(step.replaceAll('~1', '/').replaceAll('~0', '~'));
    let name = plain;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${plain}${count}`;
    this.#taken.add(name);
    return name;
  }
}
