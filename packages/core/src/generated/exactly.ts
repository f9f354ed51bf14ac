import type { AnyChannel } from '../channel/channel.js';

/** The types that a channel carries, without its name and functions. */
type TypesOf<C extends AnyChannel> = NonNullable<C['~types']>;

/** Whether two types are identical: unlike assignability, this tells `{}` from `{ a?: string }`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * What a definition has to satisfy for its generated channel: anything if both have identical types, otherwise something
 * that no channel is, so that a client that is behind its definition does not compile.
 */
export type Exactly<Generated extends AnyChannel, Definition extends AnyChannel> =
  Same<TypesOf<Generated>, TypesOf<Definition>> extends true
    ? unknown
    : { readonly 'the definition has other types: run `tidings generate`': never };
