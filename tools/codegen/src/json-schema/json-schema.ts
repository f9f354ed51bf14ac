import type { JsonValue } from '../model/json-value.js';

/** A JSON Schema, with the keywords that the emitters write. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: true;
  /** What the schema can't say, in words. */
  readonly $comment?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema | readonly JsonSchema[] | boolean;
  readonly additionalItems?: JsonSchema | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}
