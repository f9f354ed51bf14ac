import { expect, test } from 'vitest';
import { hearProgress } from './hear-progress.js';
import { Progress } from './progress.js';
import { tellProgress } from './tell-progress.js';

test('waits until as many have arrived', async () => {
  const progress = new Progress();
  await progress.until(0);
  const waiting = progress.until(3);
  progress.reached(2);
  progress.reached(3);
  await waiting;
  expect(progress.arrived).toBe(3);
});

test('gives up what does not come', async () => {
  const progress = new Progress(5);
  progress.reached(2);
  await expect(progress.until(3)).rejects.toThrow('1 of 3 events did not arrive');
});

test('is told to another process, the last of it too', async () => {
  const told = await tellProgress(10);
  const heard = await hearProgress(told.port);
  told.reached(10);
  await heard.progress.until(10);
  told.reached(11);
  told.close();
  await heard.progress.until(11);
  heard.close();
});
