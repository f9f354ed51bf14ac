import type { ts as TypeScript } from 'ts-morph';
import type { SourceRemark } from './lint-contract.js';
import { zodBrand } from './rules/zod-brand.js';

/** Finds calls of zod's `.brand()` in the text of a TypeScript file: no schema and no model has a trace of them. */
export async function zodBrandCalls(file: string, text: string): Promise<readonly SourceRemark[]> {
  if (!/\.\s*brand\b/.test(text)) return [];
  // A compiler takes a while to load, and most files have no such word.
  const { ts } = await import('ts-morph');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const remarks: SourceRemark[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && isBrandCall(ts, node)) {
      const line = source.getLineAndCharacterOfPosition(node.expression.getEnd()).line + 1;
      const name = brandName(ts, node) ?? 'UserId';
      const message = `zod's .brand() can't be generated: write brand(schema, '${name}') with brand of @tidings/core/define`;
      remarks.push({ rule: zodBrand.id, file, line, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return remarks;
}

/** Core's `brand` takes a schema and a name, however it was imported; zod's method a name at most. */
function isBrandCall(ts: typeof TypeScript, { expression, arguments: given }: TypeScript.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'brand' && given.length < 2;
}

function brandName(
  ts: typeof TypeScript,
  { typeArguments, arguments: given }: TypeScript.CallExpression,
): string | undefined {
  const [type] = typeArguments ?? [];
  if (type !== undefined && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal))
    return plain(type.literal.text);
  const [value] = given;
  return value !== undefined && ts.isStringLiteral(value) ? plain(value.text) : undefined;
}

function plain(name: string): string | undefined {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : undefined;
}
