import { expect, test } from 'vitest';
import { zodBrandCalls } from './zod-brand-calls.js';

test('finds calls of the method, with their lines and names', async () => {
  const text = [
    "const a = z.uuid().brand<'UserId'>();",
    'const b = z',
    '  .string()',
    "  .brand('Name');",
    'const c = z.string().brand();',
  ].join('\n');
  expect(
    (await zodBrandCalls('a.ts', text)).map(({ line, message }) => [line, /'(\w+)'\)/.exec(message)?.[1]]),
  ).toEqual([
    [1, 'UserId'],
    [4, 'Name'],
    [5, 'UserId'],
  ]);
});

test("leaves core's brand, comments and strings alone", async () => {
  const text = [
    "const a = brand(z.uuid(), 'UserId');",
    "const b = define.brand(z.uuid(), 'UserId');",
    '// z.uuid().brand()',
    "const c = 'z.uuid().brand()';",
    'const d = product.brand;',
  ].join('\n');
  expect(await zodBrandCalls('a.ts', text)).toEqual([]);
});
