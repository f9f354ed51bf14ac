import { expect, test } from 'vitest';
import { channelNames, olderNames } from './channel-names.js';

test('every name follows from the export', () => {
  expect({
    ...channelNames({ identifier: 'messageSent' }),
    older: olderNames({ identifier: 'messageSent' }, 1),
  }).toMatchInlineSnapshot(`
      {
        "constant": "messageSent",
        "data": "MessageSentData",
        "event": "MessageSentEvent",
        "eventsFunction": "messageSentEvents",
        "module": "message-sent",
        "older": {
          "data": "MessageSentV1Data",
          "publish": "MessageSentV1Publish",
          "wire": "MessageSentV1Wire",
        },
        "publish": "MessageSentPublish",
        "publishFunction": "publishMessageSent",
        "subscribeFunction": "subscribeMessageSent",
        "unsubscribeFunction": "unsubscribeMessageSent",
        "wire": "MessageSentWire",
      }
    `);
});

test.each([
  ['delete', 'deleteChannel', 'delete-channel'],
  ['published', 'publishedChannel', 'published-channel'],
  ['__proto__', '__proto__Channel', 'proto-channel'],
  ['odd name²', 'oddName', 'odd-name'],
  ['$', '$', 'channel'],
])('%s is not taken as it is where it can not be', (identifier, constant, module) => {
  expect(channelNames({ identifier })).toMatchObject({ constant, module });
});
