import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What is used of it. Its own types are made for browsers. */
interface Jsoncompat {
  readonly initSync: (options: { readonly module: Uint8Array }) => unknown;
  readonly check_compat: (before: string, after: string, role: string) => boolean;
  readonly generator_for: (schema: string) => {
    readonly generate_value: (depth: number) => string;
    readonly free: () => void;
  };
}

const file = createRequire(import.meta.url).resolve('jsoncompat');
const jsoncompat: Jsoncompat = await import(pathToFileURL(file).href);
jsoncompat.initSync({ module: readFileSync(file.replace(/\.js$/, '_bg.wasm')) });

/** Whether a reader takes all that a writer may write, as jsoncompat sees it; undefined where it can't tell. */
export function oracle(writer: object, reader: object): boolean | undefined {
  try {
    return jsoncompat.check_compat(JSON.stringify(writer), JSON.stringify(reader), 'deserializer');
  } catch {
    return undefined;
  }
}

/** Random JSON that should fit a schema. */
export function payloadsFor(schema: object, count: number): readonly unknown[] {
  const generator = jsoncompat.generator_for(JSON.stringify(schema));
  const payloads: unknown[] = [];
  for (let tries = 0; tries < count; tries += 1) {
    try {
      payloads.push(JSON.parse(generator.generate_value(4)));
    } catch {
      // It could make none this time.
    }
  }
  generator.free();
  return payloads;
}
