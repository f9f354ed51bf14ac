import type { ChannelModel, ContractModel } from '../../model/contract-model.js';
import { pathStep } from '../../model/path-step.js';
import type { SchemaForm } from '../../model/schema-form.js';
import type { LintRule } from '../lint-rule.js';

/** An ordering key is always there. */
export const optionalKey: LintRule = {
  id: 'optional-key',
  severity: 'error',
  summary: "A channel's key is in every event of every version, and never null.",
  why: [
    'Events of one key keep their order, and one member of a group handles them. Where the key can be missing, such events share a lane with strangers or have none: the order that subscribers rely on is lost exactly where nobody looks.',
  ],
  instead: 'Make the property required and not nullable in every version, or choose another key.',
  example: {
    before: "z.object({ orderId: z.uuid().nullable() }), { key: 'orderId' }",
    after: "z.object({ orderId: z.uuid() }), { key: 'orderId' }",
  },
  channel: (channel, model) => {
    const { key, versions } = channel;
    if (key === undefined) return [];
    const path = `payload${key.split('.').map(pathStep).join('')}`;
    return versions.flatMap(({ version, schema }) => {
      const problem = problemAt(schema, key.split('.'), shapesOf(model), new Set());
      const where = versions.length > 1 ? ` in version ${version}` : '';
      return problem === undefined
        ? []
        : [{ path, message: `is the channel's key and ${problem}${where}: make it required, or choose another key` }];
    });
  },
};

/** Durable channels have a key. */
export const missingKey: LintRule = {
  id: 'missing-key',
  severity: 'warn',
  summary: 'A durable channel has a key.',
  why: [
    'Without a key, the members of a group take events as they come: "cancelled" can be handled before "placed". With a key, events of one key are handled in the order in which they were published, under any number of members.',
    'A key can not be added later without a break in that order, so choose it when the channel is made.',
  ],
  instead: 'Name the property whose events must keep their order.',
  example: {
    before: "defineChannel('order.paid', schema, { delivery: 'durable' })",
    after: "defineChannel('order.paid', schema, { delivery: 'durable', key: 'orderId' })",
  },
  unless: 'Its events have nothing to do with each other: record an exception with that reason.',
  channel: ({ delivery, key }: ChannelModel) =>
    delivery === 'durable' && key === undefined
      ? [{ message: "is durable and has no key, so that its events have no order: add { key: 'orderId' }" }]
      : [],
};

type Shapes = ReadonlyMap<string, SchemaForm>;

function shapesOf(model: ContractModel): Shapes {
  return new Map(model.shapes.map(({ name, schema }) => [name, schema]));
}

/** What is wrong with the way to a key, or undefined if it is always there. */
function problemAt(form: SchemaForm, rest: readonly string[], shapes: Shapes, open: Set<string>): string | undefined {
  switch (form.kind) {
    case 'optional':
      return 'can be missing';
    case 'default':
    case 'prefault':
    case 'catch':
      return 'can be missing on the wire, where its default does not count';
    case 'nullable':
    case 'null':
      return 'can be null';
    case 'nonoptional':
    case 'readonly':
    case 'lazy':
    case 'brand':
      return problemAt(form.inner, rest, shapes, open);
    case 'codec':
      return problemAt(form.wire, rest, shapes, open);
    case 'ref': {
      const inner = shapes.get(form.name);
      if (inner === undefined || open.has(form.name)) return undefined;
      return problemAt(inner, rest, shapes, new Set([...open, form.name]));
    }
    case 'union':
      return form.options.map((option) => problemAt(option, rest, shapes, open)).find((found) => found !== undefined);
    case 'intersection': {
      const left = problemAt(form.left, rest, shapes, open);
      return left === undefined ? undefined : problemAt(form.right, rest, shapes, open);
    }
    case 'object': {
      const [name, ...further] = rest;
      if (name === undefined) return 'is an object';
      const property = form.properties.find((candidate) => candidate.name === name);
      return property === undefined ? 'is not there' : problemAt(property.schema, further, shapes, open);
    }
    default:
      return rest.length === 0 ? undefined : 'is not there';
  }
}
