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

  test('has no tags but its own', () => {
    expect(docComment({ description: '@deprecated by text' }, '')).toBe('/** \\@deprecated by text */\n');
  });
});
