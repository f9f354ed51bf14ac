import type { ChannelModel, ContractModel, ShapeModel } from '@tidings/codegen';
import { changedPart } from './changed-part.js';

/** A contract of so many channels: those of some contracts over and over, under other names, each time with shapes of their own. */
export function manyChannels(models: readonly ContractModel[], size: number): ContractModel {
  const channels: ChannelModel[] = [];
  const shapes: ShapeModel[] = [];
  for (let copy = 0; channels.length < size; copy += 1) {
    for (const model of models) {
      const ending = `${model.contract}${copy}`;
      channels.push(
        ...model.channels.map((channel) => ({
          ...renamed(channel, ending),
          name: `${channel.name}.${copy}`,
          identifier: `${channel.identifier}${ending}`,
        })),
      );
      shapes.push(
        ...model.shapes.map(({ name, schema }) => ({ name: name + ending, schema: renamed(schema, ending) })),
      );
    }
  }
  return { model: 1, contract: 'many', channels: channels.slice(0, size).sort(byName), shapes: shapes.sort(byName) };
}

function renamed<Part>(part: Part, ending: string): Part {
  return changedPart(part, (form) => (form.kind === 'ref' ? { ...form, name: form.name + ending } : form));
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
