import type { JsonSchema } from '../json-schema/json-schema.js';
import type { JsonValue } from '../model/json-value.js';

/** A reference within the document. */
export interface Reference {
  readonly $ref: string;
}

/** A message: what travels, and what it is. */
export interface AsyncApiMessage {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly contentType: string;
  readonly correlationId?: { readonly description: string; readonly location: string };
  readonly payload: { readonly schemaFormat: string; readonly schema: JsonSchema };
  readonly examples?: readonly { readonly name?: string; readonly payload: JsonValue }[];
}

/** A channel by its address, with the messages that travel on it. */
export interface AsyncApiChannel {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Reference>>;
  /** What AsyncAPI has no word for. */
  readonly 'x-tidings': Readonly<Record<string, JsonValue>>;
}

/** What an application can do on a channel. */
export interface AsyncApiOperation {
  readonly action: 'send' | 'receive';
  readonly channel: Reference;
  readonly summary: string;
  readonly messages: readonly Reference[];
}

/**
 * The parts of an AsyncAPI 3.1 document that are written.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.1.0
 */
export interface AsyncApiDocument {
  readonly asyncapi: '3.1.0';
  readonly 'x-comment': string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: string;
  readonly channels: Readonly<Record<string, AsyncApiChannel>>;
  readonly operations: Readonly<Record<string, AsyncApiOperation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, AsyncApiMessage>>;
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
}
