import { marksOf } from '@tidings/core/define';
import type { Problem } from '../codegen-error.js';
import type { ShapeModel } from '../model/contract-model.js';
import { isSameJson } from '../model/same-json.js';
import { type FormFacts, jsonShape, type SchemaForm } from '../model/schema-form.js';
import { pascalCase } from '../names/identifier-case.js';
import { examplesOf } from './examples.js';
import { formOfKind } from './form-of-kind.js';
import type { ShapeNames } from './shape-names.js';
import { valueChecks } from './value-checks.js';
import { defOf, metadataOf, noMetadata, type ZodMetadata, type ZodNode } from './zod-node.js';

/** Where a schema is being read from. */
export interface ReadingPlace {
  readonly file: string;
  readonly channel: string;
  /** What recursive schemas without a name are called after. */
  readonly identifier: string;
}

/**
 * Reads zod schemas into forms. One reader reads a whole contract: a schema that has a name, or contains itself, becomes
 * a shape, read once and referred to from then on.
 */
export class SchemaReader {
  readonly problems: Problem[] = [];
  readonly #names: ShapeNames;
  readonly #shapes = new Map<string, SchemaForm>();
  readonly #read = new Map<ZodNode, SchemaForm>();
  readonly #open = new Map<ZodNode, string>();
  readonly #recursive = new Map<ZodNode, string>();
  #place: ReadingPlace = { file: '', channel: '', identifier: '' };

  constructor(names: ShapeNames) {
    this.#names = names;
  }

  /** Every shape met so far, sorted by name. */
  get shapes(): readonly ShapeModel[] {
    const shapes = [...this.#shapes].map(([name, schema]) => ({ name, schema }));
    return shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Reads the payload of one version of a channel. */
  readPayload(node: ZodNode, place: ReadingPlace): SchemaForm {
    this.#place = place;
    return this.read(node, 'payload');
  }

  /** Reads a schema at a path. */
  readonly read = (node: ZodNode, path: string): SchemaForm => {
    const known = this.#read.get(node);
    if (known !== undefined) return known;
    const metadata = metadataOf(node);
    const named = this.#names.find(node, metadata);
    if (named === undefined || named.node === node) return this.#readOnce(node, path, named?.name, metadata);
    const original = metadataOf(named.node);
    const form = this.#readOnce(named.node, path, named.name, original);
    return { ...form, ...documentationOf(metadata, original), ...examplesOf(node, path, metadata, original, this) };
  };

  /** Notes something that can't be generated, and goes on to find the next. */
  readonly refuse = (path: string, message: string): SchemaForm => {
    this.problems.push({ file: this.#place.file, channel: this.#place.channel, path, message });
    return { kind: 'unknown' };
  };

  #readOnce(node: ZodNode, path: string, name: string | undefined, metadata: ZodMetadata): SchemaForm {
    const known = this.#read.get(node);
    if (known !== undefined) return known;
    const openAt = this.#open.get(node);
    if (openAt !== undefined) return this.#recursion(node, openAt, name);
    this.#open.set(node, path);
    const form = this.#formOf(node, path, metadata);
    this.#open.delete(node);
    const shapeName = this.#recursive.get(node) ?? nameFor(form, name);
    const result = shapeName === undefined ? form : this.#shape(shapeName, form, path, name !== undefined);
    this.#read.set(node, result);
    return result;
  }

  #formOf(node: ZodNode, path: string, metadata: ZodMetadata): SchemaForm {
    try {
      const bare = formOfKind(defOf(node), node, path, this);
      const checks = valueChecks(node, path, this);
      const form = checks.length > 0 ? { ...bare, checks } : bare;
      const { brand } = marksOf(node);
      const whole: SchemaForm = brand === undefined ? form : { kind: 'brand', name: brand, inner: form };
      if (metadata === noMetadata) return whole;
      return { ...whole, ...documentationOf(metadata), ...examplesOf(node, path, metadata, noMetadata, this) };
    } catch (error) {
      // A getter of the definition threw, or zod did when it was asked what it holds.
      const reason = error instanceof Error ? error.message : String(error);
      return this.refuse(path, `can not be read: ${reason}`);
    }
  }

  #recursion(node: ZodNode, openAt: string, name: string | undefined): SchemaForm {
    const given = this.#recursive.get(node) ?? name ?? pascalCase(`${this.#place.identifier} ${openAt}`);
    this.#recursive.set(node, given);
    return { kind: 'ref', name: given };
  }

  #shape(name: string, form: SchemaForm, path: string, isGiven: boolean): SchemaForm {
    const known = this.#shapes.get(name);
    if (known === undefined) this.#shapes.set(name, form);
    else if (!isSameJson(known, form)) {
      // Two brands of one name are the same type, if of different checks; everything else is a mistake.
      if (!isGiven && form.kind === 'brand') return form;
      return this.refuse(path, `is called '${name}', as a different schema of this contract is: give one another name`);
    }
    return { kind: 'ref', name };
  }
}

/** What metadata says, but for what it says of the original too. */
function documentationOf(
  { title, description, deprecated }: ZodMetadata,
  original: ZodMetadata = noMetadata,
): Pick<FormFacts, 'title' | 'description' | 'deprecated'> {
  return {
    ...(title !== undefined && title !== original.title && { title }),
    ...(description !== undefined && description !== original.description && { description }),
    ...(deprecated && { deprecated }),
  };
}

function nameFor(form: SchemaForm, given: string | undefined): string | undefined {
  if (form.kind === 'json') return jsonShape;
  if (!isWorthNaming(form)) return undefined;
  return given ?? (form.kind === 'brand' ? form.name : undefined);
}

/** Whether a name says more than the type itself: `string` needs none, an object does. */
function isWorthNaming(form: SchemaForm): boolean {
  switch (form.kind) {
    case 'object':
    case 'union':
    case 'intersection':
    case 'tuple':
    case 'record':
    case 'map':
    case 'array':
    case 'set':
    case 'enum':
    case 'openEnum':
    case 'template':
    case 'brand':
      return true;
    case 'literal':
      return form.values.length > 1;
    case 'codec':
      return isWorthNaming(form.wire) || isWorthNaming(form.data);
    default:
      return false;
  }
}
