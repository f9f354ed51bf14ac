import { createRequire } from 'node:module';

/** What is used of AsyncAPI's parser. Its own declarations need packages that it does not bring along. */
interface ParserModule {
  readonly Parser: new () => { parse(text: string): Promise<{ readonly diagnostics: readonly unknown[] }> };
}

const { Parser } = createRequire(import.meta.url)('@asyncapi/parser') as ParserModule;

/** Everything that AsyncAPI's own parser has to say of a document: errors, warnings, hints. */
export async function asyncApiDiagnostics(text: string): Promise<readonly unknown[]> {
  const { diagnostics } = await new Parser().parse(text);
  return diagnostics;
}
