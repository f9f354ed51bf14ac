import { longText } from './long-text.js';

const attack = 'globalThis.injected = true';

/** What would run, end a comment, or hide, if any of it got into generated code as it is. */
export const texts = [
  `*/ ${attack}; /*`,
  `'; ${attack}; '`,
  `"; ${attack}; "`,
  `\`; ${attack}; \``,
  `\${${attack}}`,
  `\\'; ${attack}; //`,
  `\\`,
  `\n${attack};\n`,
  `\r${attack};`,
  `\u2028${attack};\u2029`,
  '\u202Ertl\u202C\u200F\uFEFF',
  '\uD83D\uDC69\u200D\uD83D\uDC67',
  '\u0000\u0007\u001B[31m',
  '@deprecated',
  'text @deprecated text',
  '{@link process}',
  '</script><script>',
  'constructor',
  'hasOwnProperty',
  'delete',
  '',
  ' ',
  longText,
] as const;

/** All of it at once. */
export const everything: string = texts.join(' and ');
