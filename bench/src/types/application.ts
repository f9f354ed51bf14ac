import type { ContractFolder } from '../contract/contract-folder.js';
import { pascalOf } from './inferred-client.js';

/** Writes a program that subscribes to every channel of a client, and publishes what it receives: one file a channel. */
export function writeApplication(contract: ContractFolder, folder: string, client: string): void {
  for (const { exportName } of contract.channels) {
    const pascal = pascalOf(exportName);
    const lines = [
      "import type { EventBus } from '@tidings/core';",
      `import { publish${pascal}, subscribe${pascal}, type ${pascal}Data } from '${client}';`,
      '',
      `export async function use${pascal}(bus: EventBus): Promise<void> {`,
      `  await subscribe${pascal}(bus, async ({ data }) => {`,
      `    const seen: ${pascal}Data = data;`,
      `    await publish${pascal}(bus, seen);`,
      '  });',
      '}',
      '',
    ];
    contract.write(`${folder}/${exportName}.ts`, lines.join('\n'));
  }
}
