import { isChannelDefinition } from '../zod/channel-exports.js';
import type { LoadedExport } from './loaded-export.js';

/** Whether an export is a channel, as `defineChannel` returns it. */
export function isChannelExport({ value }: LoadedExport): boolean {
  return isChannelDefinition(value);
}
