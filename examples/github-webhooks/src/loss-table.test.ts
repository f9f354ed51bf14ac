import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Loss, lossTable, verdicts } from './loss-table.js';

const undisturbed: Loss = {
  name: 'commit log',
  fate: 'undisturbed',
  published: 14,
  receivedByProcess: [14],
  reconnects: 0,
  toldMissing: 0,
  toldMissingOn: 0,
};
const cutOff: Loss = { ...undisturbed, fate: 'cut off', receivedByProcess: [9], reconnects: 2 };
const killed: Loss = { ...undisturbed, fate: 'killed', receivedByProcess: [3, 6] };

function verdictOn(loss: Loss): string {
  return stripVTControlCharacters(verdicts([loss]).join('\n'));
}

describe('the closing table', () => {
  test('adds up: received and missed are what was published', () => {
    const table = stripVTControlCharacters(lossTable([undisturbed, cutOff, killed]));
    expect(table).toMatch(/│ commit log │ undisturbed │\s+14 │\s+14 │\s+0 │\s+0 │\s+0 │/);
    expect(table).toMatch(/│ commit log │ cut off\s+│\s+14 │\s+9 │\s+5 │\s+2 │\s+0 │/);
    expect(table).toMatch(/│ commit log │ killed\s+│\s+14 │\s+3 \+ 6 │\s+5 │\s+0 │\s+0 │/);
  });
});

describe('what is said of a subscriber', () => {
  test('that was there all the time', () => {
    expect(verdictOn(undisturbed)).toMatch(/was there all the time, and received everything\.$/);
  });

  test('that knows all it missed', () => {
    expect(verdictOn({ ...cutOff, toldMissing: 5, toldMissingOn: 1 })).toMatch(
      /missed 5 and knows: its bus told of 2 reconnects, and counted 5 on 1 channel\.$/,
    );
  });

  test('that knows some of it', () => {
    expect(verdictOn({ ...cutOff, toldMissing: 4, toldMissingOn: 1 })).toMatch(
      /missed 5: its bus told of 2 reconnects, and counted 4, because/,
    );
  });

  test('that reconnected and missed nothing', () => {
    expect(verdictOn({ ...cutOff, receivedByProcess: [14] })).toMatch(
      /missed 0 and knows: its bus told of 2 reconnects/,
    );
  });

  test('that can not know', () => {
    expect(verdictOn(killed)).toMatch(/missed 5 and can't know/);
  });
});
