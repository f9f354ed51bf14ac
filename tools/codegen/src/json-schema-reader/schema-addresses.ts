import { held, type SchemaNode } from './schema-node.js';

/** Where a reference leads to. */
export interface Place {
  readonly pointer: string;
  /** What references there are relative to. */
  readonly base: string;
}

/** The addresses that a document gives to its schemas, by `$id` and `$anchor`. */
export class SchemaAddresses {
  /** The address of a document that has none. */
  static readonly start: string = 'schema:/document';

  readonly #roots = new Map<string, string>([[SchemaAddresses.start, '#']]);
  readonly #anchors = new Map<string, Place>();

  /** Takes a schema down; gives the address that references in it are relative to. */
  add(node: SchemaNode, around: string, isBareReference: boolean): string {
    if (isBareReference) return around;
    const id = held(node, '$id');
    const own = typeof id === 'string' ? resolved(id, around) : undefined;
    const [address, fragment = ''] = (own ?? around).split('#');
    const base = address || around;
    if (own !== undefined && fragment === '') this.#roots.set(base, node.pointer);
    // Up to draft-07, an anchor is an `$id` of a fragment.
    for (const anchor of [held(node, '$anchor'), own === undefined ? undefined : fragment]) {
      if (typeof anchor === 'string' && anchor !== '')
        this.#anchors.set(`${base}#${anchor}`, { pointer: node.pointer, base });
    }
    return base;
  }

  /** Where a reference leads to, or undefined if it is out of the document. */
  resolve(reference: string, base: string): Place | undefined {
    const full = resolved(reference, base);
    if (full === undefined) return undefined;
    const [address = '', fragment = ''] = full.split('#');
    const root = this.#roots.get(address);
    if (root === undefined) return undefined;
    const steps = decoded(fragment);
    if (steps === '' || steps.startsWith('/')) return { pointer: root + steps, base: address };
    return this.#anchors.get(`${address}#${steps}`);
  }
}

function resolved(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
