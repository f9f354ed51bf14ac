import type { WriterFunction } from 'ts-morph';
import { type Doc, docComment } from '../text/doc-text.js';
import { verbatim } from './declarations.js';

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

/** Writes an exported function; a parameter to a line where they don't fit on one. */
export function exportedFunction({ doc, name, parameters, returns, result }: FunctionText): WriterFunction {
  const line = `export function ${name}(${parameters.join(', ')}): ${returns} {`;
  const broken = `export function ${name}(\n${parameters.map((parameter) => `  ${parameter},\n`).join('')}): ${returns} {`;
  const head = line.length <= width ? line : broken;
  return verbatim(`${docComment(doc, '')}${head}\n  return ${result};\n}`);
}
