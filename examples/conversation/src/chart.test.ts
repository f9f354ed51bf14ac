import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { findingsOfLines } from '../test/findings-of-lines.js';
import { chart } from './chart.js';
import { svgChart } from './svg-chart.js';
import { totals } from './totals.js';

const loss = 'killed';
const head = 'suae';
const left = { unsettled: 0, deadLetters: 0 };

/** A of `one` was killed with two events in its hands, one of which it had done; nothing happened to `two`. */
const good = findingsOfLines({ one: 4, two: 4 }, [
  'A one/0 10',
  'B two/0 10',
  'B two/1 20',
  'B two/2 60',
  'A one/1 90',
  'B two/3 125',
  'B one/1 2130 2',
  'B one/2 2140 2',
  'B one/3 2150',
]);

/** An event was not handled, and another too early. */
const bad = findingsOfLines({ one: 4 }, ['A one/0 10', 'A one/3 20', 'B one/2 130']);

test('the chart has a row for each conversation, and a sign for each event', () => {
  expect(stripVTControlCharacters(chart(good, { head, loss }))).toMatchInlineSnapshot(`
    "          suae
    one  A2│bB
    two  BBB│B

    A B  handled by that worker; │ A was killed: all to its left had been handled
    b    in the hands of A when it was killed: handled by B, under the same id
    2    handled by A, which was killed before that was known: once more by B, under the same id"
  `);
});

test('the chart shows what is wrong', () => {
  const [, row] = stripVTControlCharacters(chart(bad, { head, loss })).split('\n');
  expect(row).toBe('one  A│.!A');
});

test('the totals say what it comes to', () => {
  expect(totals(good, left, loss).join('\n')).toMatchInlineSnapshot(`
    "published 8, handled 8 (lines of A 2, of B 7), handled twice 1, missing 0, out of order 0
    in the hands of A when it was killed, and handled by B: 2, 2.03 to 2.04 s after that
    left in the log: unsettled 0, dead letters 0"
  `);
  expect(totals(bad, { unsettled: 1, deadLetters: 0 }, 'closed').join('\n')).toMatchInlineSnapshot(`
    "published 4, handled 3 (lines of A 2, of B 1), handled twice 0, missing 1, out of order 1
    in the hands of A when it was closed, and handled by B: 0
    left in the log: unsettled 1, dead letters 0"
  `);
});

test('the same is drawn as SVG', () => {
  const one = findingsOfLines({ '<one>': 2 }, ['A <one>/0 10', 'B <one>/1 2130 2']);
  expect(svgChart(one, { head: 'se', loss }, totals(one, left, loss))).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 191" width="800" height="191" font-family="system-ui, sans-serif" font-size="12">
    <title>Who handled each event, by conversation; the line: worker A was killed</title>
    <rect width="800" height="191" fill="#ffffff"/>
    <text x="84" y="20" fill="#222222">Who handled each event, by conversation; the line: worker A was killed</text>
    <text x="88" y="38" fill="#888888">s</text>
    <text x="105" y="38" fill="#888888">e</text>
    <text x="14" y="55" fill="#555555">&lt;one></text>
    <rect x="84" y="44" width="14" height="14" rx="2" fill="#2f7fc1"><title>&lt;one>/0</title></rect>
    <rect x="107" y="44" width="14" height="14" rx="2" fill="#b5359c"><title>&lt;one>/1</title></rect>
    <line x1="102" x2="102" y1="42" y2="60" stroke="#d12f2f" stroke-width="2"/>
    <rect x="14" y="74" width="14" height="14" rx="2" fill="#2f7fc1"></rect><text x="32" y="85" fill="#222222">handled by A</text>
    <rect x="124" y="74" width="14" height="14" rx="2" fill="#e0a12f"></rect><text x="142" y="85" fill="#222222">handled by B</text>
    <rect x="234" y="74" width="14" height="14" rx="2" fill="#b5359c"></rect><text x="252" y="85" fill="#222222">in the hands of A when it was killed: handled by B</text>
    <rect x="564" y="74" width="14" height="14" rx="2" fill="#6b2fb3"></rect><text x="582" y="85" fill="#222222">handled by A, and by B once more</text>
    <text x="14" y="125" fill="#222222">published 2, handled 2 (lines of A 1, of B 1), handled twice 0, missing 0, out of order 0</text>
    <text x="14" y="145" fill="#222222">in the hands of A when it was killed, and handled by B: 1, 2.03 s after that</text>
    <text x="14" y="165" fill="#222222">left in the log: unsettled 0, dead letters 0</text>
    </svg>
    "
  `);
});
