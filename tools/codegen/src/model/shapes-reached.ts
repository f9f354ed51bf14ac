import type { ChannelModel, ShapeModel } from './contract-model.js';

/** The shapes that channels lead to, through other shapes too, in the order in which they are listed. */
export function shapesReachedBy(
  channels: readonly ChannelModel[],
  shapes: readonly ShapeModel[],
): readonly ShapeModel[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'ref' && 'name' in value && typeof value.name === 'string') {
      const { name } = value;
      if (!reached.has(name)) {
        reached.add(name);
        visit(byName.get(name)?.schema);
      }
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const { versions } of channels) visit(versions);
  return shapes.filter(({ name }) => reached.has(name));
}
