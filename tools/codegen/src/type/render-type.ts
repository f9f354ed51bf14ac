import { docComment } from '../text/doc-text.js';
import { propertyName } from '../text/property-name.js';
import type { TypeNode } from './type-node.js';

const width = 118;

/**
 * A type as text. Continuation lines carry the indentation given.
 *
 * @param column How much of the first line is taken.
 */
export function renderType(type: TypeNode, indent = '', column: number = indent.length): string {
  switch (type.kind) {
    case 'text':
      return type.text;
    case 'name':
      return type.name;
    case 'generic':
      return `${type.name}<${type.args.map((arg) => renderType(arg, indent)).join(', ')}>`;
    case 'union':
      return renderUnion(type.members, indent, column);
    case 'intersection':
      return type.members.map((member) => inParentheses(member, indent, ['union'])).join(' & ');
    case 'array':
      return `${type.readonly ? 'readonly ' : ''}${inParentheses(type.element, indent, composed)}[]`;
    case 'tuple': {
      const items = type.items.map(({ type: item, optional }) =>
        optional ? `${inParentheses(item, indent, composed)}?` : renderType(item, indent),
      );
      const rest = type.rest === undefined ? [] : [`...${inParentheses(type.rest, indent, composed)}[]`];
      return `${type.readonly ? 'readonly ' : ''}[${[...items, ...rest].join(', ')}]`;
    }
    case 'object':
      return renderObject(type, indent);
    case 'mapped': {
      const mark = type.optional ? '?' : '';
      const head = `${type.readonly ? 'readonly ' : ''}[K in ${renderType(type.keys, indent)}]${mark}`;
      return `{ ${head}: ${renderType(type.value, indent)} }`;
    }
  }
}

const composed: readonly TypeNode['kind'][] = ['union', 'intersection'];

function inParentheses(type: TypeNode, indent: string, kinds: readonly TypeNode['kind'][]): string {
  const isReadonlyList = (type.kind === 'array' || type.kind === 'tuple') && type.readonly;
  if (!kinds.includes(type.kind) && !(kinds === composed && isReadonlyList)) return renderType(type, indent);
  const inner = renderType(type, indent);
  return inner.startsWith('\n') ? `(${inner}\n${indent})` : `(${inner})`;
}

/** On one line where it fits, otherwise a member to a line. */
function renderUnion(members: readonly TypeNode[], indent: string, column: number): string {
  const parts = members.map((member) => inParentheses(member, `${indent}  `, ['intersection']));
  const line = parts.join(' | ');
  if (!line.includes('\n') && column + line.length <= width) return line;
  // Something long and a few words, such as `| null`, read best behind one another.
  const [first, ...rest] = members;
  if (first !== undefined && rest.every(({ kind }) => kind === 'text' || kind === 'name')) {
    const head = inParentheses(first, indent, ['intersection']);
    if (first.kind !== 'text' && first.kind !== 'generic') return [head, ...parts.slice(1)].join(' | ');
  }
  const nested = members.map((member) => inParentheses(member, `${indent}    `, ['intersection']));
  return nested.map((part) => `\n${indent}  | ${part}`).join('');
}

function renderObject({ properties, index }: Extract<TypeNode, { kind: 'object' }>, indent: string): string {
  const inner = `${indent}  `;
  const lines = properties.map(({ name, optional, readonly, type, doc }) => {
    const head = `${readonly ? 'readonly ' : ''}${propertyName(name)}${optional ? '?' : ''}`;
    const written = renderType(type, inner, inner.length + head.length + 2);
    return `${docComment(doc, inner)}${inner}${head}:${written.startsWith('\n') ? '' : ' '}${written};\n`;
  });
  if (index !== undefined) {
    lines.push(`${inner}${index.readonly ? 'readonly ' : ''}[name: string]: ${renderType(index.type, inner)};\n`);
  }
  if (properties.length === 0 && index !== undefined && !lines.join('').trimEnd().includes('\n')) {
    return `{ ${lines.join('').trim().replace(/;$/, '')} }`;
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}
