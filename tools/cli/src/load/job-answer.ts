import type { Problem } from '@tidings/codegen';

/** What a file of a bundle exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** What came out of a bundle, or what stands in the way. */
export type JobAnswer =
  | { readonly result: unknown }
  | { readonly thrown: string }
  | { readonly failure: string }
  | { readonly problems: readonly Problem[] };
