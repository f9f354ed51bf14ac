import { createHash } from 'node:crypto';
import { compareText } from '../model/canonical-json.js';
import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { shapesNamedIn } from '../model/shapes-reached.js';
import { shapeName } from './shape-names.js';

/** What a change is known by. */
export interface ChangeIdentity {
  readonly kind: string;
  readonly channel: string;
  readonly version?: number | undefined;
  readonly path?: string | undefined;
  /** Where it is, known wherever that is met; in the place of `path`. */
  readonly place?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The forms that it is between. */
  readonly pair?: readonly [before: SchemaForm, after: SchemaForm] | undefined;
}

/**
 * Names changes by what they are: the same change has the same fingerprint on every machine, whatever else changed, and
 * another one as soon as it means something else. Words for people are no part of it.
 */
export class ChangeFingerprints {
  readonly #shapes: ReadonlyMap<string, SchemaForm>;
  readonly #digests = new WeakMap<SchemaForm, string>();
  readonly #known = new Map<string, KnownShape>();

  /** @param shapes Those that forms may name. */
  constructor(shapes: readonly ShapeModel[]) {
    this.#shapes = new Map(shapes.map(({ name, schema }) => [name, schema]));
  }

  of({
    kind,
    channel,
    version,
    path,
    place,
    before,
    after,
    pair = [undefined, undefined] as never,
  }: ChangeIdentity): string {
    const forms = pair.map((form) => (form === undefined ? null : this.#digest(form)));
    return hashed([kind, channel, version ?? 0, place ?? path ?? '', before ?? null, after ?? null, ...forms]).slice(
      0,
      12,
    );
  }

  /** A form, and every shape that it leads to. */
  #digest(form: SchemaForm): string {
    const known = this.#digests.get(form);
    if (known !== undefined) return known;
    const reached = new Map<string, string>();
    const enter = (names: ReadonlySet<string>): void => {
      for (const name of names) {
        if (reached.has(name)) continue;
        const shape = this.#shape(name);
        reached.set(name, shape.hash);
        enter(shape.names);
      }
    };
    enter(shapesNamedIn(form));
    const digest = hashed([meaning(form), [...reached].map(([name, hash]) => [shapeName(name), hash])]);
    this.#digests.set(form, digest);
    return digest;
  }

  /** A shape by itself, and those that it names. */
  #shape(name: string): KnownShape {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const schema = this.#shapes.get(name);
    const shape = { hash: hashed(meaning(schema)), names: shapesNamedIn(schema) };
    this.#known.set(name, shape);
    return shape;
  }
}

interface KnownShape {
  readonly hash: string;
  readonly names: ReadonlySet<string>;
}

const words: ReadonlySet<string> = new Set(['title', 'description', 'deprecated', 'examples']);

/** What a form accepts: in a fixed order of fields, without words, and with the names of shapes as people know them. */
function meaning(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(meaning);
  const isForm = 'kind' in part;
  const isReference = isForm && part.kind === 'ref';
  return Object.entries(part)
    .filter(([name, value]) => value !== undefined && !(isForm && words.has(name)))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) => [name, isReference && name === 'name' ? shapeName(String(value)) : meaning(value)]);
}

function hashed(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}
