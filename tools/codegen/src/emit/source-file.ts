import CodeBlockWriter from 'code-block-writer';
import { compareText } from '../model/canonical-json.js';
import { isIdentifier } from '../names/identifier-case.js';
import { generatedMark } from '../text/generated-mark.js';
import { stringLiteral } from '../text/string-literal.js';

const width = 120;

/** The first line of every generated module. */
export const header: string = `// ${generatedMark}`;

/** A name that a module imports, or passes on. */
export interface NameOf {
  readonly name: string;
  /** What it is called here, if not the same. */
  readonly as?: string;
  readonly typeOnly: boolean;
}

/** An import, or a passing on: names from a module. */
export interface NamesFrom {
  readonly from: string;
  readonly names: readonly NameOf[];
}

/** Writes a statement that has blocks and lists to lay out. */
export type WriterFunction = (writer: CodeBlockWriter) => void;

/** A statement: as text, or written. */
export type Statement = string | WriterFunction;

/**
 * A module's text: header, imports, then the statements with a blank line before each.
 *
 * It takes the writer of ts-morph, which is a package of its own. A project of syntax trees costs five times as much: every text
 * is parsed again, to become a tree that is asked for nothing but its text; and to load ts-morph, with the compiler in it, takes
 * as long as to emit a thousand channels.
 */
export function sourceFile(imports: readonly NamesFrom[], statements: readonly Statement[]): string {
  const needed = imports.filter(({ names }) => names.length > 0);
  const head = [header, ...needed.map((each) => namesFrom('import', each))].join('\n');
  return `${[head, ...statements.map(statementText)].join('\n\n')}\n`;
}

/** A statement as text, without a line break behind it. */
export function statementText(statement: Statement): string {
  if (typeof statement === 'string') return statement;
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: '\n' });
  statement(writer);
  return writer.toString().trimEnd();
}

/** An import or export statement; its names sorted, on one line where they fit, otherwise a line to each. */
export function namesFrom(keyword: 'import' | 'export', { from, names }: NamesFrom): string {
  const isTypeOnly = names.every(({ typeOnly }) => typeOnly);
  const [first] = names;
  if (keyword === 'import' && first?.name === 'default' && first.as !== undefined && names.length === 1) {
    return `import ${first.as} from ${stringLiteral(from)};`;
  }
  const written = names.toSorted(byName).map(({ name, as, typeOnly }) => {
    const alias = as === undefined ? '' : ` as ${as}`;
    return `${typeOnly && !isTypeOnly ? 'type ' : ''}${isIdentifier(name) ? name : stringLiteral(name)}${alias}`;
  });
  const head = isTypeOnly ? `${keyword} type` : keyword;
  const line = `${head} { ${written.join(', ')} } from ${stringLiteral(from)};`;
  if (line.length <= width) return line;
  return `${head} {\n${written.map((each) => `  ${each},\n`).join('')}} from ${stringLiteral(from)};`;
}

/** Regardless of case first, so that a constant stands beside its types. */
function byName(a: NameOf, b: NameOf): number {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name);
}
