import type { ChannelModel } from '../model/contract-model.js';
import { kebabCase, pascalCase } from './identifier-case.js';
import { isReservedFile } from './reserved-names.js';

/** Every name that is made for a channel. */
export interface ChannelNames {
  /** The module's file name without its ending. */
  readonly module: string;
  /** The channel's constant. */
  readonly constant: string;
  readonly wire: string;
  readonly publish: string;
  readonly data: string;
  readonly event: string;
  readonly publishFunction: string;
  readonly subscribeFunction: string;
  readonly unsubscribeFunction: string;
  readonly eventsFunction: string;
}

/** The names that a channel's identifier gives. */
export function channelNames({ identifier }: Pick<ChannelModel, 'identifier'>): ChannelNames {
  const pascal = pascalCase(identifier);
  const file = kebabCase(identifier);
  return {
    module: isReservedFile(file) ? `${file}-channel` : file,
    constant: identifier,
    wire: `${pascal}Wire`,
    publish: `${pascal}Publish`,
    data: `${pascal}Data`,
    event: `${pascal}Event`,
    publishFunction: `publish${pascal}`,
    subscribeFunction: `subscribe${pascal}`,
    unsubscribeFunction: `unsubscribe${pascal}`,
    eventsFunction: `${identifier}Events`,
  };
}

/** The name of an older version's wire type. */
export function olderWireName({ identifier }: Pick<ChannelModel, 'identifier'>, version: number): string {
  return `${pascalCase(identifier)}V${version}Wire`;
}
