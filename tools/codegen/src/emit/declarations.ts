import type { WriterFunction } from 'ts-morph';
import { type Doc, docComment } from '../text/doc-text.js';
import { renderType } from '../type/render-type.js';
import type { TypeNode } from '../type/type-node.js';

/** An exported type with its documentation. */
export function exportedType(name: string, type: TypeNode, doc: Doc): WriterFunction {
  const head = `export type ${name} = `;
  return verbatim(`${docComment(doc, '')}${head}${renderType(type, '', head.length)};`);
}

/** An exported constant with its type and documentation. */
export function exportedConstant(name: string, type: string, value: string, doc: Doc): WriterFunction {
  return verbatim(`${docComment(doc, '')}export const ${name}: ${type} = ${value};`);
}

/**
 * Text as it is. ts-morph's own printers of declarations indent continued lines once more than their beginning, and never
 * break a long one, so declarations bring their layout with them.
 */
export function verbatim(text: string): WriterFunction {
  return (writer) => {
    writer.queueIndentationLevel(0);
    writer.write(text);
  };
}
