import { describe, expect, test } from 'vitest';
import { readSlotMap } from './slot-map.js';
import { slotCount } from './slot-of.js';

const asked = { host: 'seed', port: 7000 };
const a = { host: '10.0.0.1', port: 6379 };
const b = { host: '10.0.0.2', port: 6379 };

const halves = [
  [0, 8_191, ['10.0.0.1', 6379, 'id-a', []], ['10.0.0.3', 6380, 'id-c', []]],
  [8_192, 16_383, ['10.0.0.2', 6379, 'id-b', []]],
];

describe('a map of slots', () => {
  test('knows who has what', () => {
    const map = readSlotMap(halves, asked, undefined);
    expect(map.masters).toEqual([a, b]);
    expect(map.replicas).toEqual([{ host: '10.0.0.3', port: 6380 }]);
    expect(map.uncovered).toBe(0);
    expect([0, 8_191, 8_192, slotCount - 1].map((slot) => map.ownerOf(slot))).toEqual([a, a, b, b]);
  });

  test('counts the slots that nobody has', () => {
    const map = readSlotMap([[10, 19, ['10.0.0.1', 6379]]], asked, undefined);
    expect(map.uncovered).toBe(slotCount - 10);
    expect(map.ownerOf(9)).toBeUndefined();
    expect(map.ownerOf(19)).toEqual(a);
    expect(map.ownerOf(20)).toBeUndefined();
  });

  test('is equal to another, whoever told and in whatever order', () => {
    const map = readSlotMap(halves, asked, undefined);
    expect(map.equals(readSlotMap([...halves].reverse(), { host: 'other', port: 1 }, undefined))).toBe(true);
    const moved = readSlotMap(
      [[0, 0, ['10.0.0.2', 6379]], [1, 8_191, ['10.0.0.1', 6379]], halves[1]],
      asked,
      undefined,
    );
    expect(map.equals(moved)).toBe(false);
    expect(map.differsAt(0, moved)).toBe(true);
    expect(map.differsAt(1, moved)).toBe(false);
    expect(map.equals(readSlotMap(halves.slice(0, 1), asked, undefined))).toBe(false);
    expect(map.differsAt(16_000, readSlotMap(halves.slice(0, 1), asked, undefined))).toBe(true);
  });

  test('takes a node without a host for the one that was asked', () => {
    for (const host of [null, '', undefined]) {
      expect(readSlotMap([[0, 1, [host, 6379]]], asked, undefined).masters).toEqual([{ host: 'seed', port: 6379 }]);
    }
  });

  test('takes the address of a node that should have a name and has none', () => {
    const unnamed = [[0, 1, ['?', 6379, 'id', ['hostname', '', 'ip', '10.0.0.1']]]];
    expect(readSlotMap(unnamed, asked, undefined).masters).toEqual([a]);
    expect(readSlotMap([[0, 1, ['?', 6379, 'id', []]]], asked, undefined).uncovered).toBe(slotCount);
  });

  test('reads bytes as it reads text', () => {
    const bytes = [[0, 1, [Buffer.from('10.0.0.1'), 6379, Buffer.from('id')]]];
    expect(readSlotMap(bytes, asked, undefined).masters).toEqual([a]);
  });

  test('maps what is announced to what can be reached', () => {
    const reached = { host: 'localhost', port: 30_001 };
    const byTable = readSlotMap(halves, asked, { '10.0.0.1:6379': reached });
    expect(byTable.masters).toEqual([b, reached]);
    expect(byTable.ownerOf(0)).toEqual(reached);
    const byFunction = readSlotMap(halves, asked, (key) => (key === '10.0.0.1:6379' ? reached : null));
    expect(byFunction.equals(byTable)).toBe(true);
  });

  test('leaves out what can not be read', () => {
    const odd = [null, 'x', [], [0], [0, 1], [0, 1, 'x'], [5, 99_999, ['h', 1]], [-1, 4, ['h', 1]], [0, 1, ['h', 'x']]];
    for (const reply of [odd, null, undefined, 'OK', {}]) {
      const map = readSlotMap(reply, asked, undefined);
      expect(map.masters).toEqual([]);
      expect(map.uncovered).toBe(slotCount);
    }
  });
});
