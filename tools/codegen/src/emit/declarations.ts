import type CodeBlockWriter from 'code-block-writer';
import { type Doc, docComment } from '../text/doc-text.js';
import type { WriterFunction } from './source-file.js';

const width = 120;

/** A function of generated code: thin, and with all its types written out. */
export interface FunctionText {
  readonly doc: Doc;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly returns: string;
  /** Its only statement's expression. */
  readonly result: string;
}

/** An exported type with its documentation. */
export function exportedType(name: string, type: string, doc: Doc): string {
  return `${docComment(doc, '')}export type ${name} =${type.startsWith('\n') ? '' : ' '}${type};`;
}

/** An exported constant with its type and documentation. */
export function exportedConstant(name: string, type: string, value: string, doc: Doc): string {
  return `${docComment(doc, '')}export const ${name}: ${type} = ${value};`;
}

/** An exported interface, its members with whatever documentation they bring. */
export function exportedInterface(head: string, members: readonly string[], doc: Doc): WriterFunction {
  return (writer) => {
    writer.write(`${docComment(doc, '')}export interface ${head} `).block(() => {
      for (const member of members) writer.writeLine(member);
    });
  };
}

/** An exported function; a parameter to a line where they don't fit on one. */
export function exportedFunction({ doc, name, parameters, returns, result }: FunctionText): WriterFunction {
  const line = `export function ${name}(${parameters.join(', ')}): ${returns}`;
  return (writer) => {
    writer.write(docComment(doc, ''));
    if (line.length + 2 <= width) writer.write(`${line} `);
    else {
      writer.writeLine(`export function ${name}(`);
      writer.indent(() => writeItems(writer, parameters)).write(`): ${returns} `);
    }
    writer.block(() => writer.write(`return ${result};`));
  };
}

/** An exported function of several signatures, each with its documentation; what it is called with goes on as it is. */
export function overloadedFunction(
  signatures: readonly Omit<FunctionText, 'result'>[],
  body: FunctionText,
): WriterFunction {
  return (writer) => {
    for (const { doc, ...signature } of signatures) {
      writer.write(docComment(doc, '')).writeLine(`export function ${signature.name}(`);
      writer.indent(() => writeItems(writer, signature.parameters)).writeLine(`): ${signature.returns};`);
    }
    exportedFunction({ ...body, doc: {} })(writer);
  };
}

/** The items of a list, each on a line of its own. */
export function writeItems(writer: CodeBlockWriter, items: readonly string[]): void {
  for (const item of items) writer.writeLine(`${item},`);
}
