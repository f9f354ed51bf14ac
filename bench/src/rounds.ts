import { type Sample, sampleOf } from './sample.js';

/** The samples of what was measured, by the name of the measure and of the figure. */
export type Samples = (measure: string, figure: string) => Sample;

/**
 * Measures several things in turns, so that what disturbs the machine disturbs all of them.
 *
 * @param measures What to measure, by name; each gives its figures by name.
 */
export async function inRounds(
  rounds: number,
  measures: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>>,
): Promise<Samples> {
  const values = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(measures)) {
      for (const [figure, value] of Object.entries(await measure())) {
        const key = `${name}: ${figure}`;
        values.set(key, [...(values.get(key) ?? []), value]);
      }
    }
  }
  return (measure, figure) => sampleOf(values.get(`${measure}: ${figure}`) ?? []);
}
