/**
 * An intersection as one object type. For objects whose other properties are of a type that the named ones don't have:
 * such a type can be made, but not be written down.
 */
export type Merged<T> = { [K in keyof T]: T[K] } & {};
