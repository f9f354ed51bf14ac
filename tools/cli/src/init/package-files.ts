import {
  constantOf,
  contractOf,
  type DependencyRanges,
  fileOf,
  type NewPackage,
  type SourcePlace,
} from './new-package.js';

/** A file of a new package. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
  /** Whether one that is there already is left as it is; otherwise it stands in the way. */
  readonly mayBeThere?: true;
}

/** Every file of a new package. */
export function packageFiles(
  given: NewPackage,
  ranges: DependencyRanges,
  source: SourcePlace | undefined,
): readonly NewFile[] {
  const file = fileOf(given.channel);
  return [
    { path: 'package.json', content: json(manifest(given, ranges, source)) },
    { path: 'tsconfig.json', content: json(tsconfig) },
    { path: '.gitignore', content: 'node_modules/\ndist/\n', mayBeThere: true },
    { path: 'README.md', content: readme(given), mayBeThere: true },
    { path: `src/channels/${file}.ts`, content: definition(given) },
    { path: `src/${file}.test.ts`, content: test(given) },
  ];
}

function manifest({ name }: NewPackage, { core, cli, zod }: DependencyRanges, source: SourcePlace | undefined): object {
  return {
    name,
    version: '0.1.0',
    description: `The events of ${contractOf(name)} as typed Tidings channels.`,
    // npm signs where a package comes from only if it says so itself.
    ...(source !== undefined && { repository: { type: 'git', ...source } }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22.12' },
    // What is published are the generated types: those of the definitions name zod, of which there may be two copies.
    files: [
      'dist',
      '!dist/**/*.test.*',
      '!dist/channels/**/*.d.ts*',
      '!dist/shapes/**/*.d.ts*',
      'spec',
      '!spec/.*',
      'contract.lock.json',
    ],
    exports: {
      '.': { types: './dist/generated/index.d.ts', default: './dist/generated/index.js' },
      './spec/*': './spec/*',
      './package.json': './package.json',
    },
    scripts: {
      generate: 'tidings generate',
      check: 'tidings generate --check && tidings lint && tidings breaking',
      build: 'tsc',
      test: 'tidings generate && tsc && node --test "dist/**/*.test.js"',
      prepack: 'tidings generate --check && tsc',
      prepublishOnly: 'tidings lock --check',
    },
    dependencies: { '@tidings/core': core, zod },
    devDependencies: { '@tidings/cli': cli, '@types/node': nodeTypesRange, typescript: typescriptRange },
  };
}

/** What new packages compile with: the versions that this repository uses. */
export const typescriptRange: string = '^7.0.2';
/** The types of Node that their tests need. */
export const nodeTypesRange: string = '^24.10.0';

const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'esnext.disposable', 'dom'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    declaration: true,
    rootDir: 'src',
    outDir: 'dist',
  },
  include: ['src'],
};

function definition({ channel, description }: NewPackage): string {
  return `import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';

export const ${constantOf(channel)} = defineChannel(
  '${channel}',
  z.object({
    id: z.uuid().describe('Whom or what it happened to.'),
    note: z.string().max(500).default('').describe('What there is to say about it.'),
    at: isoDate.describe('When it happened.'),
  }),
  { description: ${literal(description)}, key: 'id' },
);
`;
}

function test({ channel }: NewPackage): string {
  const constant = constantOf(channel);
  const pascal = constant.charAt(0).toUpperCase() + constant.slice(1);
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestBus } from '@tidings/core/testing';
import { ${constant}, publish${pascal}, subscribe${pascal} } from './generated/index.js';

test('${channel} arrives as it was published', async () => {
  const bus = new TestBus();
  const heard: unknown[] = [];
  await subscribe${pascal}(bus, ({ data }) => void heard.push(data));
  const id = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a01';
  const at = new Date('2026-01-02T03:04:05Z');
  await publish${pascal}(bus, { id, at });
  await bus.close();
  assert.deepEqual(heard, [{ id, note: '', at }]);
  assert.equal(bus.published(${constant}).length, 1);
});

test('${channel} refuses what its schema does not allow', async () => {
  const bus = new TestBus();
  await assert.rejects(publish${pascal}(bus, { id: 'no uuid', at: new Date() }), /id/);
  await bus.close();
});
`;
}

function readme({ name, channel, description }: NewPackage): string {
  const constant = constantOf(channel);
  const pascal = constant.charAt(0).toUpperCase() + constant.slice(1);
  const row = [`\`${channel}\``, `\`${constant}\``, '`id`', description.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')];
  return `# ${name}

The events of ${contractOf(name)} as typed [Tidings](https://www.npmjs.com/package/@tidings/core) channels.

\`\`\`ts
import { MemoryBus } from '@tidings/core';
import { publish${pascal}, subscribe${pascal} } from '${name}';

const bus = new MemoryBus();

await subscribe${pascal}(bus, ({ data }) => console.log(data.id, data.at.toISOString()));
await publish${pascal}(bus, { id: crypto.randomUUID(), at: new Date() });
\`\`\`

## Channels

| channel | in code | key | tells |
| --- | --- | --- | --- |
| ${row.join(' | ')} |

## Working on it

Each channel is defined in a file of its own in \`src/channels\`. The client in \`src/generated\` is made from them, and so are the
JSON Schemas and the AsyncAPI document in \`spec\`. Both are checked in, and never edited.

    npm run generate    # after a change; npx tidings generate --watch while you write
    npm run check       # in CI: is the client what the definitions generate, and are they sound?
    npm test            # generates, compiles, runs the tests
    npm publish
`;
}

/** A string in the quotes of the rest of the file, if it needs no care. */
function literal(text: string): string {
  const written = JSON.stringify(text);
  return /['\\]/.test(written) ? written : `'${written.slice(1, -1)}'`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
