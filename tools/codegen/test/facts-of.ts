import { type Node, Project, SyntaxKind, ts } from 'ts-morph';

/** What TypeScript makes of a generated file: read by syntax, not by the text that we meant. */
export interface FileFacts {
  /** What is wrong with it. */
  readonly problems: readonly string[];
  /** Statements that generated code has no use for. */
  readonly odd: readonly string[];
  /** Everything that it names, types and properties included; text in strings and comments is none. */
  readonly identifiers: ReadonlySet<string>;
  /** The tags of its comments. */
  readonly tags: ReadonlySet<string>;
}

const usual: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.VariableStatement,
  SyntaxKind.FunctionDeclaration,
]);

const project: Project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

/** Reads a file by TypeScript's own parser. */
export function factsOf(path: string, content: string): FileFacts {
  const file = project.createSourceFile(path, content, { overwrite: true });
  const nodes = file.getDescendants();
  const inFunctions = file.getFunctions().flatMap((each) => each.getStatements());
  const { diagnostics = [] } = ts.transpileModule(content, { reportDiagnostics: true, fileName: path });
  return {
    problems: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    odd: [
      ...file.getStatements().filter((node) => !usual.has(node.getKind())),
      ...inFunctions.filter((node) => node.getKind() !== SyntaxKind.ReturnStatement),
    ].map((node) => node.getText()),
    identifiers: new Set(
      nodes.filter((node) => node.getKind() === SyntaxKind.Identifier).map((node) => node.getText()),
    ),
    tags: new Set(nodes.flatMap(tagsOf)),
  };
}

function tagsOf(node: Node): readonly string[] {
  const docs = (node.compilerNode as { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc ?? [];
  return docs.flatMap(({ tags }) => (tags ?? []).map(({ tagName }) => tagName.text));
}
