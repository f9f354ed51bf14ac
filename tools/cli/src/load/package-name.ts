/** The package that an import names: `zod/mini` → `zod`; undefined if it names a file, or something of Node. */
export function packageName(specifier: string): string | undefined {
  if (/^(?:[./#\\]|[a-zA-Z][a-zA-Z0-9+.-]*:)/.test(specifier)) return undefined;
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
}
