import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** GitHub's own description of its webhooks: draft-07. */
export const webhooks = JSON.parse(readFileSync(resolve('@octokit/webhooks-schemas/schema.json'), 'utf8')) as {
  readonly definitions: Readonly<Record<string, object>>;
};

/** A payload that GitHub sent, and what its definitions may be called. */
export interface Delivery {
  readonly label: string;
  readonly definition: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const sources = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

/** Every delivery of `@octokit/webhooks-examples` that there is a definition for. */
export const deliveries: readonly Delivery[] = sources.flatMap((source) => {
  const file = resolve(`@octokit/webhooks-examples/${source}/index.json`);
  const groups = JSON.parse(readFileSync(file, 'utf8')) as readonly ExampleGroup[];
  return groups.flatMap(({ name, examples }) =>
    examples.flatMap((payload, index) => {
      const definition = definitionOf(name, payload.action);
      return definition === undefined ? [] : [{ label: `${source} ${name} #${index}`, definition, payload }];
    }),
  );
});

/** Events without actions have one definition; an action that the delivery lacks or got wrong means any of them. */
function definitionOf(event: string, action: unknown): string | undefined {
  const names = [`${event}$${String(action)}`, `${event}$event`, `${event}_event`];
  return names.find((name) => name in webhooks.definitions);
}

/** All definitions, each under its name, as draft-07 has it. */
export const asDraft7: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: propertiesOf('definitions'),
  definitions: webhooks.definitions,
};

/** The same in 2020-12. */
export const as2020: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: propertiesOf('$defs'),
  $defs: converted(webhooks.definitions),
};

function propertiesOf(keyword: string): object {
  return Object.fromEntries(
    Object.keys(webhooks.definitions).map((name) => [name, { $ref: `#/${keyword}/${encodeURIComponent(name)}` }]),
  );
}

/** These definitions have neither tuples nor anything beside a `$ref`: their names of drafts and places are all there is. */
function converted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(converted);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name, value]) => name !== '$schema' || typeof value !== 'string')
      .map(([name, value]) => [
        name,
        name === '$ref' && typeof value === 'string' ? value.replace('#/definitions/', '#/$defs/') : converted(value),
      ]),
  );
}
