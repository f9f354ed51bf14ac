import type { AnyChannel } from '../../channel/channel.js';
import type { CaseTools } from './contract-case.js';

/** A CloudEvent of a channel with the least that the specification asks for, and whatever is given on top or instead. */
export function rawEvent(channel: AnyChannel, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { specversion: '1.0', id: 'raw-1', source: '/elsewhere', type: channel.name, ...fields };
}

/** Sends such a CloudEvent past every bus. */
export function sendRawEvent(
  tools: CaseTools,
  channel: AnyChannel,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  return tools.sendRaw(channel, JSON.stringify(rawEvent(channel, fields)));
}
