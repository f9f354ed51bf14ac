/** One of the known values, or any other string: editors complete the known ones. */
export type OpenEnum<T extends string> = T | (string & {});
