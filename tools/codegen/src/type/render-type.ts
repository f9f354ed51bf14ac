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
      return renderGeneric(type.name, type.args, indent, column);
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

function renderGeneric(name: string, args: readonly TypeNode[], indent: string, column: number): string {
  const rendered = args.map((arg, index) => renderType(arg, indent, index === 0 ? column + name.length + 2 : column));
  const line = rendered.join(', ');
  return line.startsWith('\n') ? `${name}<${line}\n${indent}>` : `${name}<${line}>`;
}

/** On one line where it fits, otherwise a member to a line. */
function renderUnion(members: readonly TypeNode[], indent: string, column: number): string {
  const inUnion = (member: TypeNode, at: string): string => inParentheses(member, at, ['intersection']);
  if (members.every(isFlat)) {
    const line = members.map((member) => inUnion(member, indent)).join(' | ');
    if (!line.includes('\n') && column + line.length <= width) return line;
  }
  // Something long and a few words, such as `| null`, read best behind one another.
  const [first, ...rest] = members;
  if (first !== undefined && !isFlat(first) && rest.every(({ kind }) => kind === 'text' || kind === 'name')) {
    return [first, ...rest].map((member) => inUnion(member, indent)).join(' | ');
  }
  return members.map((member) => `\n${indent}  | ${inUnion(member, `${indent}    `)}`).join('');
}

/** Whether a type has no part that takes lines of its own. */
function isFlat(type: TypeNode): boolean {
  switch (type.kind) {
    case 'text':
    case 'name':
      return true;
    case 'generic':
      return type.args.every(isFlat);
    case 'union':
    case 'intersection':
      return type.members.every(isFlat);
    case 'array':
      return isFlat(type.element);
    case 'tuple':
      return type.items.every((item) => isFlat(item.type)) && (type.rest === undefined || isFlat(type.rest));
    case 'object':
      return type.properties.length === 0 && (type.index === undefined || isFlat(type.index.type));
    case 'mapped':
      return isFlat(type.keys) && isFlat(type.value);
  }
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
