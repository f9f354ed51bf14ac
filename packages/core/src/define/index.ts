export type { OpenEnum } from '../channel/open-enum.js';
export { bigIntString } from './big-int-string.js';
export { type BrandedSchema, brand } from './brand.js';
export { bytes } from './bytes.js';
export {
  type ChannelDefinition,
  type ChannelOptions,
  type ChannelVersion,
  defineChannel,
  type EvolveOptions,
  type TypesOfSchema,
} from './define-channel.js';
export { isoDate } from './iso-date.js';
export type { KeyPath } from './key-path.js';
export { openEnum } from './open-enum.js';
export type { PublishInput } from './publish-input.js';
export { marksOf, type SchemaMarks } from './schema-mark.js';
export type { Up } from './zod-channel-codec.js';
