import type { ChannelModel } from '../model/contract-model.js';
import { moduleFileName } from './file-name.js';
import { camelCase, isIdentifier, pascalCase } from './identifier-case.js';
import { isReservedConstant } from './reserved-names.js';

/** The types of one version, by their sides. */
export interface SideNames {
  readonly wire: string;
  readonly publish: string;
  readonly data: string;
}

/** Every name that is made for a channel; its types are those of the latest version. */
export interface ChannelNames extends SideNames {
  /** The module's file name without its ending. */
  readonly module: string;
  /** The channel's constant. */
  readonly constant: string;
  readonly event: string;
  readonly publishFunction: string;
  readonly subscribeFunction: string;
  readonly unsubscribeFunction: string;
  readonly eventsFunction: string;
}

/** The names that a channel's identifier gives: itself, if it can be one in generated code, or what is made of it. */
export function channelNames({ identifier }: Pick<ChannelModel, 'identifier'>): ChannelNames {
  const constant = constantName(identifier);
  const pascal = pascalCase(constant);
  return {
    module: moduleFileName(constant),
    constant,
    ...sideNames(pascal),
    event: `${pascal}Event`,
    publishFunction: `publish${pascal}`,
    subscribeFunction: `subscribe${pascal}`,
    unsubscribeFunction: `unsubscribe${pascal}`,
    eventsFunction: `${constant}Events`,
  };
}

/** The names of an older version's types: `MessageSentV1Wire`. */
export function olderNames({ identifier }: Pick<ChannelModel, 'identifier'>, version: number): SideNames {
  return sideNames(`${pascalCase(constantName(identifier))}V${version}`);
}

function constantName(identifier: string): string {
  const name = isIdentifier(identifier) ? identifier : camelCase(identifier);
  return isReservedConstant(name) ? `${name}Channel` : name;
}

function sideNames(stem: string): SideNames {
  return { wire: `${stem}Wire`, publish: `${stem}Publish`, data: `${stem}Data` };
}
