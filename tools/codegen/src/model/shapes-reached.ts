import type { ChannelModel, ShapeModel } from './contract-model.js';

/** The shapes that channels lead to, through other shapes too, in the order in which they are listed. */
export function shapesReachedBy(
  channels: readonly ChannelModel[],
  shapes: readonly ShapeModel[],
): readonly ShapeModel[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const reached = new Set<string>();
  const enter = (part: unknown): void => {
    for (const name of shapesNamedIn(part)) {
      if (reached.has(name)) continue;
      reached.add(name);
      enter(byName.get(name)?.schema);
    }
  };
  for (const { versions } of channels) enter(versions);
  return shapes.filter(({ name }) => reached.has(name));
}

/** The shapes that a part of a model names, without those that they name. */
export function shapesNamedIn(part: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found;
  if ('kind' in part && part.kind === 'ref' && 'name' in part && typeof part.name === 'string') found.add(part.name);
  for (const name in part) shapesNamedIn(part[name as keyof typeof part], found);
  return found;
}
