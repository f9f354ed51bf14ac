import { defineChannel, isoDate } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { asyncApiDiagnostics } from '../../test/async-api-diagnostics.js';
import * as kinds from '../../test/kinds/kinds.js';
import type { ContractModel } from '../model/contract-model.js';
import { readContract } from '../read/read-contract.js';
import type { AsyncApiDocument } from './async-api-document.js';
import { emitAsyncApi } from './async-api-emitter.js';

const user = z.object({ name: z.string() });
const place = z.strictObject({ at: isoDate, user: user.describe('Who did it.') });
const orderPlaced = defineChannel('order.placed', place, {
  description: 'A customer placed an order.',
  deprecated: 'Use basket.paid.',
  delivery: 'durable',
  key: 'user.name',
  retention: { maxAgeMs: 1_000 },
}).evolve(place.extend({ total: z.number() }), { up: (older) => ({ ...older, total: 0 }) });

function shop(): ContractModel {
  return readContract({
    contract: 'shop',
    channels: [{ file: 'order-placed.ts', exportName: 'orderPlaced', value: orderPlaced }],
    shapes: [{ file: 'user.ts', exportName: 'größe', value: user }],
  });
}

function documentOf(model: ContractModel): AsyncApiDocument {
  const [file] = emitAsyncApi(model);
  return JSON.parse(file?.content ?? '');
}

describe('the AsyncAPI document', () => {
  test('has a channel with a message for each version and one for batches', () => {
    const { channels, operations, info } = documentOf(shop());
    expect(info.title).toBe('shop');
    expect(channels).toMatchInlineSnapshot(`
      {
        "orderPlaced": {
          "address": "order.placed",
          "description": "A customer placed an order.

      Deprecated: Use basket.paid.",
          "messages": {
            "batch": {
              "$ref": "#/components/messages/OrderPlacedBatch",
            },
            "v1": {
              "$ref": "#/components/messages/OrderPlacedV1",
            },
            "v2": {
              "$ref": "#/components/messages/OrderPlacedV2",
            },
          },
          "title": "order.placed",
          "x-tidings": {
            "delivery": "durable",
            "deprecated": "Use basket.paid.",
            "key": "user.name",
            "retention": {
              "maxAgeMs": 1000,
            },
          },
        },
      }
    `);
    expect(operations).toMatchInlineSnapshot(`
      {
        "receiveOrderPlaced": {
          "action": "receive",
          "channel": {
            "$ref": "#/channels/orderPlaced",
          },
          "messages": [
            {
              "$ref": "#/channels/orderPlaced/messages/v1",
            },
            {
              "$ref": "#/channels/orderPlaced/messages/v2",
            },
            {
              "$ref": "#/channels/orderPlaced/messages/batch",
            },
          ],
          "summary": "Receives events of order.placed, of every version.",
        },
        "sendOrderPlaced": {
          "action": "send",
          "channel": {
            "$ref": "#/channels/orderPlaced",
          },
          "messages": [
            {
              "$ref": "#/channels/orderPlaced/messages/v2",
            },
            {
              "$ref": "#/channels/orderPlaced/messages/batch",
            },
          ],
          "summary": "Publishes events of order.placed.",
        },
      }
    `);
  });

  test('describes the envelope that a payload travels in, and shares schemas', () => {
    const { messages, schemas } = documentOf(shop()).components;
    expect(messages.OrderPlacedV2).toMatchInlineSnapshot(`
      {
        "contentType": "application/cloudevents+json",
        "correlationId": {
          "description": "The first event that it follows from.",
          "location": "$message.payload#/correlationid",
        },
        "name": "OrderPlacedV2",
        "payload": {
          "schema": {
            "allOf": [
              {
                "$ref": "#/components/schemas/cloud-event",
              },
            ],
            "properties": {
              "data": {
                "additionalProperties": false,
                "properties": {
                  "at": {
                    "format": "date-time",
                    "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
                    "type": "string",
                  },
                  "total": {
                    "type": "number",
                  },
                  "user": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Gr-f6--df-e",
                      },
                    ],
                    "description": "Who did it.",
                  },
                },
                "required": [
                  "at",
                  "user",
                  "total",
                ],
                "type": "object",
              },
              "dataversion": {
                "enum": [
                  2,
                  "2",
                ],
              },
              "type": {
                "const": "order.placed",
              },
            },
            "required": [
              "dataversion",
            ],
            "type": "object",
          },
          "schemaFormat": "application/schema+json;version=draft-07",
        },
        "summary": "A customer placed an order.",
        "title": "order.placed, version 2",
      }
    `);
    expect(messages.OrderPlacedBatch?.payload.schema).toMatchInlineSnapshot(`
      {
        "items": {
          "anyOf": [
            {
              "$ref": "#/components/messages/OrderPlacedV1/payload/schema",
            },
            {
              "$ref": "#/components/messages/OrderPlacedV2/payload/schema",
            },
          ],
        },
        "minItems": 1,
        "type": "array",
      }
    `);
    expect(Object.keys(schemas)).toEqual(['cloud-event', 'Gr-f6--df-e']);
  });

  test('is one file, the same each time, with the version that it is given', () => {
    expect(emitAsyncApi(shop())).toEqual(emitAsyncApi(shop()));
    expect(emitAsyncApi(shop()).map(({ path }) => path)).toEqual(['asyncapi.json']);
    expect(emitAsyncApi(shop(), { version: '1.2.3' })[0]?.content).toContain('"version": "1.2.3"');
  });

  test.each([
    ['a small contract', shop()],
    [
      'every kind of schema',
      readContract({
        contract: 'kinds',
        channels: Object.entries(kinds).map(([exportName, value]) => ({ file: 'kinds.ts', exportName, value })),
      }),
    ],
  ])('gives the parser of AsyncAPI nothing to say, for %s', async (_, model) => {
    expect(await asyncApiDiagnostics(JSON.stringify(documentOf(model)))).toEqual([]);
  });

  test('would be faulted if it were wrong', async () => {
    const document = documentOf(shop());
    const broken = JSON.stringify(document).replace('"minItems":1', '"minItems":"one"');
    expect(await asyncApiDiagnostics(broken)).not.toEqual([]);
    const dangling = JSON.stringify(document).replaceAll('Gr-f6--df-e"}', 'Nobody"}');
    expect(await asyncApiDiagnostics(dangling)).not.toEqual([]);
  });
});
