import { type ChannelModel, latestVersion } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import { pascalCase } from '../names/identifier-case.js';
import type { AsyncApiOperation } from './async-api-document.js';
import type { ChannelMessage } from './channel-messages.js';
import { componentKey } from './component-key.js';

/** What an application can do on a channel: publish the latest version, and receive every version. */
export function channelOperations(
  channel: ChannelModel,
  messages: readonly ChannelMessage[],
): readonly (readonly [string, AsyncApiOperation])[] {
  const { name } = channel;
  const { constant } = channelNames(channel);
  const reference = { $ref: `#/channels/${componentKey(constant)}` };
  const latest = `v${latestVersion(channel).version}`;
  const sent = messages.filter((message) => message.name === latest || message.name === 'batch');
  const pascal = pascalCase(constant);
  return [
    [
      componentKey(`send${pascal}`),
      {
        action: 'send',
        channel: reference,
        summary: `Publishes events of ${name}.`,
        messages: sent.map((message) => message.reference),
      },
    ],
    [
      componentKey(`receive${pascal}`),
      {
        action: 'receive',
        channel: reference,
        summary: `Receives events of ${name}, of every version.`,
        messages: messages.map((message) => message.reference),
      },
    ],
  ];
}
