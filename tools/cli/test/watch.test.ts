import { describe, expect, test } from 'vitest';
import { channelFile, WorkspacePackage } from './workspace-package.js';

const placed = channelFile('orderPlaced', 'order.placed');
const money = "import * as z from 'zod';\nexport const money = z.object({ amount: z.int() });\n";

describe('tidings generate --watch', () => {
  test('generates again when a definition, something that it imports, or the configuration is saved', async () => {
    using shop = new WorkspacePackage({
      'src/channels/order-placed.ts': placed,
      'src/channels/order-paid.ts': `import { money } from '../../lib/money.js';\n${channelFile('orderPaid', 'order.paid', 'z.object({ money })')}`,
      'lib/money.ts': money,
    });
    await using watch = shop.start('generate', '--watch');
    await watch.until(() => watch.stdout.includes('watching this folder'));
    expect(watch.stdout).toMatch(/^shop: 2 channels, 9 files written/);

    shop.write('src/channels/order-placed.ts', placed.replace('z.uuid()', 'z.int()'));
    await watch.until(() => shop.read('src/generated/order-placed.ts').includes('id: number'));

    shop.write('lib/money.ts', money.replace('amount', 'cents'));
    await watch.until(() => shop.read('src/generated/order-paid.ts').includes('cents: number'));
    await watch.until(() => shop.read('spec/order-paid.v1.schema.json').includes('"cents"'));

    shop.write('src/channels/order-sent.ts', channelFile('orderSent', 'order.sent'));
    await watch.until(() => shop.list('src/generated').includes('order-sent.ts'));

    shop.remove('src/channels/order-sent.ts');
    await watch.until(() => !shop.list('src/generated').includes('order-sent.ts'));

    shop.write('tidings.config.ts', "export default { contract: 'bazaar', output: 'client' };\n");
    await watch.until(() => shop.list('.').includes('client') && shop.list('client').includes('client.ts'));
    await watch.until(() => shop.read('client/client.ts').includes('createBazaarEvents'));
    expect(watch.stderr).toBe('');
    expect(await watch.end('SIGINT')).toBe(0);
  });

  test('follows path aliases when the tsconfig is saved', async () => {
    const aliasTo = (folder: string): string =>
      JSON.stringify({ extends: './base.json', compilerOptions: { paths: { '#lib/*': [`./${folder}/*`] } } });
    using shop = new WorkspacePackage({
      'base.json': '{}',
      'tsconfig.json': aliasTo('one'),
      'one/id.ts': "import * as z from 'zod';\nexport const id = z.string();\n",
      'two/id.ts': "import * as z from 'zod';\nexport const id = z.number();\n",
      'src/channels/a.ts': `import { id } from '#lib/id';\n${channelFile('a', 'a.happened', 'z.object({ id })')}`,
    });
    await using watch = shop.start('generate', '--watch');
    await watch.until(() => watch.stdout.includes('watching'));
    expect(shop.read('src/generated/a.ts')).toContain('id: string;');
    shop.write('tsconfig.json', aliasTo('two'));
    await watch.until(() => shop.read('src/generated/a.ts').includes('id: number;'));
  });

  test('survives mistakes, says them, and goes on when they are put right', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': placed });
    await using watch = shop.start('generate', '--watch');
    await watch.until(() => watch.stdout.includes('watching'));

    shop.write('src/channels/order-placed.ts', 'export const = 1;\n');
    await watch.until(() => watch.stderr.includes('still watching'));
    expect(watch.stderr).toBe(
      'src/channels/order-placed.ts:1:14: Expected identifier but found "="\nnothing was written; still watching\n',
    );

    shop.write('src/channels/order-placed.ts', "throw new Error('oh');\nexport {};\n");
    await watch.until(() => watch.stderr.includes('src/channels/order-placed.ts:1:7: oh'));

    // A file that is missing may be put anywhere.
    shop.write('src/channels/order-placed.ts', `import '../../somewhere/else.js';\n${placed}`);
    await watch.until(() => watch.stderr.includes('Could not resolve "../../somewhere/else.js"'));
    shop.write('somewhere/else.ts', 'export {};\n');
    await watch.until(() => watch.stdout.includes('7 unchanged'));

    shop.write('src/channels/order-placed.ts', placed.replace('z.uuid()', 'z.int()'));
    await watch.until(() => shop.read('src/generated/order-placed.ts').includes('id: number'));
  });

  test('begins with a mistake, and goes on when it is put right', async () => {
    using shop = new WorkspacePackage({ 'src/channels/order-placed.ts': 'export const = 1;\n' });
    await using watch = shop.start('generate', '--watch');
    await watch.until(() => watch.stdout.includes('watching'));
    shop.write('src/channels/order-placed.ts', placed);
    await watch.until(() => watch.stdout.includes('7 files written'));
    expect(await watch.end('SIGTERM')).toBe(0);
  });
});
