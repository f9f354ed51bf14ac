import type { ContractFolder } from '../contract/contract-folder.js';

/** The same client with types that are inferred where they are used, as one writes it by hand. */
export function writeInferredClient(contract: ContractFolder, folder: string): void {
  contract.write(
    `${folder}/schema-of.ts`,
    [
      "import type { Delivery } from '@tidings/core';",
      "import type { ChannelDefinition } from '@tidings/core/define';",
      "import type * as z from 'zod';",
      '',
      'export type SchemaOf<C> =',
      '  C extends ChannelDefinition<string, infer S extends z.core.$ZodType, Delivery> ? S : never;',
      '',
    ].join('\n'),
  );
  for (const { path, exportName } of contract.channels) contract.write(...inferredModule(folder, path, exportName));
  const exports = contract.channels.map(({ exportName }) => `export * from './${exportName}.js';\n`);
  contract.write(`${folder}/index.ts`, exports.join(''));
}

/** The name that types of an export have. */
export function pascalOf(exportName: string): string {
  return exportName.charAt(0).toUpperCase() + exportName.slice(1);
}

function inferredModule(folder: string, path: string, name: string): [path: string, text: string] {
  const pascal = pascalOf(name);
  return [
    `${folder}/${name}.ts`,
    [
      "import type { EventBus, EventHandler, PublishedEvent, Subscription } from '@tidings/core';",
      "import type * as z from 'zod';",
      `import { ${name} } from '../${path.replace(/^src\//, '').replace(/\.ts$/, '.js')}';`,
      "import type { SchemaOf } from './schema-of.js';",
      '',
      `export type ${pascal}Data = z.infer<SchemaOf<typeof ${name}>>;`,
      `export type ${pascal}Wire = z.input<SchemaOf<typeof ${name}>>;`,
      '',
      `export { ${name} };`,
      '',
      `export function publish${pascal}(bus: EventBus, data: ${pascal}Data): Promise<PublishedEvent> {`,
      `  return bus.publish(${name}, data as never);`,
      '}',
      '',
      `export function subscribe${pascal}(bus: EventBus, handler: EventHandler<typeof ${name}>): Promise<Subscription> {`,
      `  return bus.subscribe(${name}, handler);`,
      '}',
      '',
    ].join('\n'),
  ];
}
