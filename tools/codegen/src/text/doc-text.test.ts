import { type JSDoc, Project, SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { docComment } from './doc-text.js';

describe('docComment', () => {
  test('is nothing if there is nothing to say', () => {
    expect(docComment({}, '')).toBe('');
    expect(docComment({ description: ' \n ' }, '')).toBe('');
  });

  test('takes one line for one line', () => {
    expect(docComment({ description: 'A message.' }, '  ')).toBe('  /** A message. */\n');
  });

  test('wraps, keeps paragraphs, and says what is deprecated', () => {
    const description = `${'word '.repeat(30)}\n\nSecond paragraph.`;
    expect(docComment({ description, deprecated: 'Use another.' }, '')).toMatchInlineSnapshot(`
      "/**
       * word word word word word word word word word word word word word word word word word word word word word word
       * word word word word word word word word
       *
       * Second paragraph.
       *
       * @deprecated Use another.
       */
      "
    `);
  });

  test.each(['ends */ here', '*/ process.exit(); /*', 'a\u2028*/b', '*/'.repeat(100), '*\u0000/ and *\u200B/', '**//'])(
    'cannot be left by %j',
    (description) => {
      const comment = docComment({ description, deprecated: description }, '');
      expect(comment.indexOf('*/')).toBe(comment.length - 3);
      for (const odd of ['\u2028', '\u2029', '\u0000']) expect(comment).not.toContain(odd);
    },
  );

  test('has a note of ours behind what the definition says, with a link if it begins with a type', () => {
    const doc = { description: 'An issue.', note: 'as publishers give it.', noteOn: 'Issue' };
    expect(docComment(doc, '')).toBe('/**\n * An issue.\n *\n * {@link Issue} as publishers give it.\n */\n');
  });

  test('shows examples and defaults: in a line where they fit, as a block where not, not at all where too long', () => {
    const order = {
      id: 'a'.repeat(60),
      lines: [
        { sku: 'tea', count: 1 },
        { sku: 'cup', count: 2 },
      ],
    };
    const doc = { defaultValue: 'und', examples: ['en', null, order, 'x'.repeat(10_000)] };
    expect(docComment(doc, '')).toMatchInlineSnapshot(`
      "/**
       * @default "und"
       * @example "en"
       * @example null
       * @example
       * \`\`\`json
       * {
       *   "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
       *   "lines": [
       *     {
       *       "sku": "tea",
       *       "count": 1
       *     },
       *     {
       *       "sku": "cup",
       *       "count": 2
       *     }
       *   ]
       * }
       * \`\`\`
       */
      "
    `);
  });

  test.each([
    '@deprecated by text',
    'in the middle @deprecated of a line',
    'a\n\t@deprecated in a later one',
    '* @deprecated',
    '{@link process} and {@linkcode x}',
    `${'word '.repeat(30)}@deprecated`,
    'a\u00a0@deprecated, a\u3000@deprecated, a\u200b@deprecated',
    '`code` @deprecated `code`',
  ])('has no tags but its own, with %j', (description) => {
    expect(tagsOf(docComment({ description, note: description, examples: [description] }, ''))).toEqual(['example']);
    expect(tagsOf(docComment({ deprecated: description }, ''))).toEqual(['deprecated']);
    expect(linksOf(docComment({ description, deprecated: description }, ''))).toBe(0);
  });
});

function commentOf(comment: string): readonly JSDoc[] {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return project.createSourceFile('a.ts', `${comment}export type A = 1;`).getTypeAliasOrThrow('A').getJsDocs();
}

/** The tags that TypeScript finds in a comment. */
function tagsOf(comment: string): readonly string[] {
  return commentOf(comment).flatMap((doc) => doc.getTags().map((tag) => tag.getTagName()));
}

function linksOf(comment: string): number {
  return commentOf(comment).flatMap((doc) => doc.getDescendantsOfKind(SyntaxKind.JSDocLink)).length;
}
