import type * as core from 'zod/v4/core';
import type { Branded } from '../channel/branded.js';

/**
 * What `publish` takes for a schema: its output type with every defaulted field optional, at any depth.
 *
 * Kinds without fields of their own are their output type as it is, and so is any JSON (`z.json()`), which contains itself.
 */
export type PublishInput<S> = S extends { readonly _zod: { readonly def: infer D } } ? OfBrand<S, D> : never;

type OfBrand<S, D> = S extends { readonly _zod: { readonly brand: infer Name extends string } }
  ? Branded<OfDef<D, S>, Name>
  : OfDef<D, S>;

type OfDef<D, S> = D extends { readonly type: infer T }
  ? T extends 'object'
    ? OfObject<D, S>
    : T extends 'array'
      ? D extends { readonly element: infer E }
        ? PublishInput<E>[]
        : never
      : T extends 'record'
        ? OfRecord<D, S>
        : T extends 'tuple'
          ? OfTuple<D>
          : T extends 'union'
            ? [core.util.JSONType] extends [OutputOf<S>]
              ? OutputOf<S>
              : D extends { readonly options: readonly (infer O)[] }
                ? PublishInput<O>
                : never
            : T extends 'intersection'
              ? D extends { readonly left: infer L; readonly right: infer R }
                ? PublishInput<L> & PublishInput<R>
                : never
              : T extends 'pipe'
                ? D extends { readonly out: infer O }
                  ? PublishInput<O>
                  : never
                : OfWrapper<D, T, S>
  : never;

type OfWrapper<D, T, S> = D extends { readonly innerType: infer I }
  ? T extends 'optional'
    ? undefined extends OutputOf<S>
      ? PublishInput<I> | undefined
      : PublishInput<I>
    : T extends 'default' | 'prefault'
      ? PublishInput<I> | undefined
      : T extends 'nullable'
        ? PublishInput<I> | null
        : T extends 'nonoptional'
          ? Exclude<PublishInput<I>, undefined>
          : T extends 'catch'
            ? PublishInput<I>
            : T extends 'readonly'
              ? AsReadonly<PublishInput<I>>
              : OutputOf<S>
  : OutputOf<S>;

/** What zod makes of it, so that publishers give what handlers get: a map or a set without what changes it. */
type AsReadonly<T> = 0 extends 1 & T
  ? Readonly<T>
  : T extends Map<infer K, infer V>
    ? ReadonlyMap<K, V>
    : T extends Set<infer V>
      ? ReadonlySet<V>
      : Readonly<T>;

type OutputOf<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : never;

type OfObject<D, S> = D extends { readonly shape: infer Shape }
  ? string extends keyof Shape
    ? OutputOf<S>
    : keyof (Shape & RestOf<S>) extends never
      ? Record<string, never>
      : Simplify<
          {
            -readonly [K in keyof Shape as MayBeLeftOut<Shape[K]> extends true ? never : K]: PublishInput<Shape[K]>;
          } & {
            -readonly [K in keyof Shape as MayBeLeftOut<Shape[K]> extends true ? K : never]?: PublishInput<Shape[K]>;
          } & RestOf<S>
        >
  : never;

type RestOf<S> = S extends { readonly _zod: { readonly config: { readonly out: infer Rest } } } ? Rest : unknown;

/** Whether a property may be missing when publishing: it is optional as Data, or has a default. */
type MayBeLeftOut<S> = S extends { readonly _zod: { readonly def: { readonly type: infer T } & infer D } }
  ? T extends 'optional' | 'default' | 'prefault'
    ? true
    : T extends 'nullable' | 'readonly' | 'catch'
      ? D extends { readonly innerType: infer I }
        ? MayBeLeftOut<I>
        : false
      : T extends 'pipe'
        ? D extends { readonly out: infer O }
          ? MayBeLeftOut<O>
          : false
        : S extends { readonly _zod: { readonly optout: 'optional' } }
          ? true
          : false
  : false;

type OfRecord<D, S> = D extends { readonly keyType: infer K; readonly valueType: infer V }
  ? K extends core.$partial
    ? Partial<Record<KeyOf<K>, PublishInput<V>>>
    : Record<KeyOf<K>, PublishInput<V>>
  : OutputOf<S>;

type KeyOf<K> = OutputOf<K> & PropertyKey;

type OfTuple<D> = D extends { readonly items: infer Items extends readonly unknown[]; readonly rest: infer Rest }
  ? Rest extends { readonly _zod: unknown }
    ? [...Each<Items>, ...PublishInput<Rest>[]]
    : [...Each<Items>]
  : never;

type Each<Items extends readonly unknown[]> = { -readonly [I in keyof Items]: PublishInput<Items[I]> };

type Simplify<T> = { [K in keyof T]: T[K] } & {};
