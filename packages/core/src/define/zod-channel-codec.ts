import * as core from 'zod/v4/core';
import { type ChannelCodec, isRejection, Rejection } from '../channel/channel-codec.js';
import { TidingsError } from '../errors/tidings-error.js';
import { compiled } from './compiled.js';
import { guardOpenParts, isOpen } from './json-guard.js';
import { issuesOf } from './payload-issues.js';
import { publishSchema } from './publish-schema.js';
import { isRecursive, reaches, type SchemaNode } from './schema-node.js';
import { type WireSchema, wireSchema } from './wire-schema.js';
import { withoutMessage } from './without-message.js';

/** A function that maps the wire form of one version to that of the next. */
export type Up = (older: never) => unknown;

/** What a channel knows of one of its versions. */
export interface VersionSchema {
  readonly schema: SchemaNode;
  /** From the version before; the first version has none. */
  readonly up: Up | undefined;
}

/** A channel's payloads by zod. Everything is derived and compiled at first use, since a process uses few of its channels. */
export class ZodChannelCodec implements ChannelCodec {
  readonly minReader: number;
  readonly #name: string;
  readonly #versions: readonly VersionSchema[];
  readonly #latest: SchemaNode;
  #unbounded: boolean | undefined;
  #publish: SchemaNode | undefined;
  readonly #decode: (SchemaNode | undefined)[] = [];
  readonly #wire: (WireSchema | undefined)[] = [];

  constructor(name: string, versions: readonly [VersionSchema, ...VersionSchema[]], minReader: number) {
    this.#name = name;
    this.#versions = versions;
    this.#latest = (versions.at(-1) ?? versions[0]).schema;
    this.minReader = minReader;
  }

  get unbounded(): boolean {
    this.#unbounded ??= this.#versions.some(({ schema }) => reaches(schema, isOpen) || isRecursive(schema));
    return this.#unbounded;
  }

  encode(data: unknown): unknown {
    this.#publish ??= compiled(publishSchema(guardOpenParts(this.#latest)));
    return this.#run(this.#publish, data, 'schema', this.#latest);
  }

  decode(wire: unknown, version: number, minReader: number): unknown {
    const latest = this.#versions.length;
    if (version === latest || (version > latest && minReader <= latest)) return this.#decodeAs(wire, latest, 'schema');
    if (version > latest) {
      return new Rejection(
        'version',
        `version ${version} may be read from version ${minReader} on, and this reader has ${latest}`,
      );
    }
    const older = this.#acceptOlder(wire, version);
    if (isRejection(older)) return older;
    const raised = this.#raise(older, version);
    return isRejection(raised) ? raised : this.#decodeAs(raised, latest, 'upcast');
  }

  #acceptOlder(wire: unknown, version: number): unknown {
    const { schema } = this.#version(version);
    const index = version - 1;
    let accepts = this.#wire[index];
    if (accepts === undefined) {
      const derived = wireSchema(guardOpenParts(schema));
      accepts = { schema: compiled(derived.schema), partial: derived.partial };
      this.#wire[index] = accepts;
    }
    if (accepts.partial) {
      const full = this.#decodeAs(wire, version, 'schema');
      if (isRejection(full)) return full;
    }
    return this.#run(accepts.schema, wire, 'schema', schema);
  }

  #raise(older: unknown, version: number): unknown {
    let value = older;
    for (let next = version + 1; next <= this.#versions.length; next += 1) {
      const { up } = this.#version(next);
      try {
        value = up?.(value as never);
      } catch (error) {
        return new Rejection(
          'upcast',
          `the up function to version ${next} threw ${nameOf(error)}`,
          [],
          withoutMessage(error),
        );
      }
    }
    return value;
  }

  #decodeAs(wire: unknown, version: number, reason: 'schema' | 'upcast'): unknown {
    const { schema } = this.#version(version);
    const index = version - 1;
    let decode = this.#decode[index];
    if (decode === undefined) {
      decode = compiled(guardOpenParts(schema));
      this.#decode[index] = decode;
    }
    return this.#run(decode, wire, reason, schema);
  }

  #run(schema: SchemaNode, value: unknown, reason: 'schema' | 'upcast', definition: SchemaNode): unknown {
    let result: core.ParsePayload;
    try {
      const outcome = schema._zod.run({ value, issues: [] }, { async: false });
      if (outcome instanceof Promise) {
        // Whatever becomes of it, nobody waits for it.
        outcome.catch(() => {});
        throw new core.$ZodAsyncError();
      }
      result = outcome;
    } catch (error) {
      if (error instanceof core.$ZodAsyncError) throw this.#asynchronous();
      return new Rejection(reason, `code of the schema threw ${nameOf(error)}`, [], withoutMessage(error));
    }
    if (result.issues.length === 0) return result.value;
    const issues = issuesOf(result.issues, definition);
    return new Rejection(reason, summary(issues), issues);
  }

  #version(version: number): VersionSchema {
    const found = this.#versions[version - 1];
    if (found === undefined) throw new RangeError(`channel '${this.#name}' has no version ${version}`);
    return found;
  }

  #asynchronous(): TidingsError {
    return new TidingsError(
      'async_schema',
      `channel '${this.#name}' has an asynchronous refinement or codec; events are checked synchronously, so make it synchronous or check it in the handler`,
      { channel: this.#name },
    );
  }
}

function summary(issues: readonly { readonly path: readonly (string | number)[]; readonly message: string }[]): string {
  const shown = issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length === 0 ? 'payload' : path.join('.')}: ${message}`);
  const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : '';
  return shown.join('; ') + more;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : 'a value that is no Error';
}
