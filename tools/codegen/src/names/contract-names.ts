import { camelCase, pascalCase } from './identifier-case.js';

/** Every name that is made for a contract. */
export interface ContractNames {
  /** The facade's type: `ConversationEvents`. */
  readonly facade: string;
  /** The function that makes one: `createConversationEvents`. */
  readonly create: string;
  /** The list of channels: `conversationChannels`. */
  readonly channels: string;
  /** The type that maps names of channels to channels: `ConversationChannels`. */
  readonly channelMap: string;
}

/** The names that a contract's name gives. */
export function contractNames(contract: string): ContractNames {
  const pascal = pascalCase(contract);
  return {
    facade: `${pascal}Events`,
    create: `create${pascal}Events`,
    channels: `${camelCase(contract)}Channels`,
    channelMap: `${pascal}Channels`,
  };
}
