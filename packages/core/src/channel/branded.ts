declare const brandName: unique symbol;

/**
 * A value told apart from others of its type by a name: a `Branded<string, 'UserId'>` is a string, but not every string
 * is one. The name exists in types only.
 */
export type Branded<T, Name extends string> = T & { readonly [brandName]: Name };
