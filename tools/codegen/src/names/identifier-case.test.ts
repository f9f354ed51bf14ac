import { expect, test } from 'vitest';
import { camelCase, capitalized, isIdentifier, kebabCase, pascalCase } from './identifier-case.js';

test.each([
  ['messageSent', 'messageSent', 'MessageSent', 'message-sent'],
  ['MessageSent', 'messageSent', 'MessageSent', 'message-sent'],
  ['HTTPServer2Started', 'hTTPServer2Started', 'HTTPServer2Started', 'http-server2-started'],
  ['message-sent', 'messageSent', 'MessageSent', 'message-sent'],
  ['message_sent', 'messageSent', 'MessageSent', 'message-sent'],
  ['com.acme.User', 'comAcmeUser', 'ComAcmeUser', 'com-acme-user'],
  ['2fa', '_2fa', '_2fa', '2fa'],
  ['größeGeändert', 'größeGeändert', 'GrößeGeändert', 'größe-geändert'],
  ['cafe\u0301', 'café', 'Café', 'café'],
  ['संदेश', 'संदेश', 'संदेश', 'संदेश'],
  ['m²', 'm', 'M', 'm'],
  ['a\u200Db\u202Ec', 'aBC', 'ABC', 'a-b-c'],
])('%s', (name, camel, pascal, kebab) => {
  expect([camelCase(name), pascalCase(name), kebabCase(name)]).toEqual([camel, pascal, kebab]);
});

test.each(['a', '2', '²', '\u0301a', '-', '', '𝒳', 'ŉ', 'ßx', '①', 'a·b', '\u2E2F', '٣', 'İ'])(
  '%j becomes something that can be a name, and the end of one',
  (name) => {
    for (const made of [camelCase(name), pascalCase(name), `X${capitalized(name)}`]) {
      expect(isIdentifier(made), made).toBe(true);
      expect(new Function(`const ${made} = 1; return ${made}`)()).toBe(1);
    }
  },
);

test('an identifier is what a variable can be called', () => {
  expect(['a', '$', '_', 'ü', 'a1', 'a\u0301'].filter((name) => !isIdentifier(name))).toEqual([]);
  expect(['', '1', 'a b', 'a-b', 'm²', '"', 'a\n', '\u0301'].filter(isIdentifier)).toEqual([]);
});
