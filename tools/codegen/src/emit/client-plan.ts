import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import { type ChannelNames, channelNames } from '../names/channel-names.js';
import { type ContractNames, contractNames } from '../names/contract-names.js';
import { ShapeIndex } from '../type/shape-index.js';
import { payloadTypes } from './payload-types.js';
import { shapeTypes } from './shape-types.js';
import type { TypeList } from './type-list.js';

/** A channel with its names and types. */
export interface PlannedChannel {
  readonly model: ChannelModel;
  readonly names: ChannelNames;
  readonly types: TypeList;
}

/** Everything that modules are written from: what several of them need to know is worked out once. */
export interface ClientPlan {
  readonly contract: string;
  readonly names: ContractNames;
  /** Sorted by the name on the wire. */
  readonly channels: readonly PlannedChannel[];
  /** The types that channels share, shape by shape. */
  readonly shapes: readonly TypeList[];
}

/** What a client's own module is written from. */
export type ClientOutline = Pick<ClientPlan, 'contract' | 'names'> & {
  readonly channels: readonly Pick<PlannedChannel, 'model' | 'names'>[];
};

/** Works out the names of a client, without its types: they take most of the time. */
export function outlineClient({ contract, channels }: ContractModel): ClientOutline {
  return {
    contract,
    names: contractNames(contract),
    channels: channels.map((channel) => ({ model: channel, names: channelNames(channel) })),
  };
}

/** Works out the names and types of a client. */
export function planClient(model: ContractModel): ClientPlan {
  const shapes = new ShapeIndex(model);
  const outline = outlineClient(model);
  return {
    ...outline,
    channels: outline.channels.map((channel) => ({
      ...channel,
      types: payloadTypes(channel.model, channel.names, shapes),
    })),
    shapes: shapeTypes(shapes),
  };
}
