import { expect, test } from 'vitest';
import { camelCase, kebabCase, pascalCase } from './identifier-case.js';

test.each([
  ['messageSent', 'messageSent', 'MessageSent', 'message-sent'],
  ['MessageSent', 'messageSent', 'MessageSent', 'message-sent'],
  ['HTTPServer2Started', 'hTTPServer2Started', 'HTTPServer2Started', 'http-server2-started'],
  ['message-sent', 'messageSent', 'MessageSent', 'message-sent'],
  ['com.acme.User', 'comAcmeUser', 'ComAcmeUser', 'com-acme-user'],
  ['2fa', '_2fa', '_2fa', '2fa'],
])('%s', (name, camel, pascal, kebab) => {
  expect([camelCase(name), pascalCase(name), kebabCase(name)]).toEqual([camel, pascal, kebab]);
});
