import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import { shapesNamedIn } from '../model/shapes-reached.js';

/** Tells which shapes a channel led to in the earlier state of a contract that are not in the later one any more. */
export function removedShapes(before: ContractModel, after: ContractModel): (was: ChannelModel) => readonly string[] {
  const left = new Set(after.shapes.map(({ name }) => name));
  const gone = before.shapes.map(({ name }) => name).filter((name) => !left.has(name));
  if (gone.length === 0) return () => [];
  const schemas = new Map(before.shapes.map(({ name, schema }) => [name, schema]));
  const inner = new Map<string, ReadonlySet<string>>();
  return ({ versions }) => {
    const reached = new Set(shapesNamedIn(versions));
    // A set is gone through with what is added on the way.
    for (const name of reached) {
      const names = inner.get(name) ?? shapesNamedIn(schemas.get(name));
      inner.set(name, names);
      for (const each of names) reached.add(each);
    }
    return [...reached].filter((name) => !left.has(name)).sort();
  };
}
