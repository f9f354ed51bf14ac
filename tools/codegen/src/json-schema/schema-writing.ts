import type { ContractModel, ShapeModel } from '../model/contract-model.js';
import { FormIndex } from '../validate/form-index.js';
import type { Dialect } from './dialect.js';

/** What writing a schema needs to know besides its form. */
export interface SchemaWriting {
  readonly dialect: Dialect;
  readonly shapes: readonly ShapeModel[];
  /** The shapes by name, and what was found out about forms. */
  readonly forms: FormIndex;
  /** The reference to a shape; from then on the shape is among those that are needed. */
  readonly refTo: (name: string) => string;
  /** The shapes that were referred to. */
  readonly referred: ReadonlySet<string>;
}

/** Begins to write in a dialect, with the shapes of a model. */
export function schemaWriting(dialect: Dialect, { shapes }: Pick<ContractModel, 'shapes'>): SchemaWriting {
  return again({ dialect, shapes, forms: new FormIndex(shapes) });
}

/** Begins anew: nothing was referred to yet, and what was found out about forms is kept. */
export function again({ dialect, shapes, forms }: Pick<SchemaWriting, 'dialect' | 'shapes' | 'forms'>): SchemaWriting {
  const referred = new Set<string>();
  return {
    dialect,
    shapes,
    forms,
    referred,
    refTo: (name) => {
      referred.add(name);
      return dialect.refTo(name);
    },
  };
}
