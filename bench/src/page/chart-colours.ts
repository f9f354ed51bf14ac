/** A colour on a light page, and on a dark one. */
type Colour = readonly [light: string, dark: string];

// The light ones can still be read on a dark page, for viewers that do not tell.
const ink: Colour = ['#59636e', '#b6bec8'];
const line: Colour = ['#d1d9e0', '#3d444d'];
const whisker: Colour = ['#24292f', '#f0f6fc'];
const own: Colour = ['#0969da', '#4493f8'];
const peer: Colour = ['#a3adb8', '#69737e'];

// Told apart by who does not see all colours too: blue, orange, green, purple, sky, red.
const series: readonly Colour[] = [
  own,
  ['#d4730b', '#e69f4a'],
  ['#2f8f62', '#4cb98a'],
  ['#8250df', '#ab7df8'],
  ['#4a9ed1', '#7cc4ee'],
  ['#cf4a3c', '#f0766a'],
];

interface Palette {
  /** Texts. */
  readonly ink: string;
  /** Axes and grids. */
  readonly line: string;
  /** Ranges. */
  readonly whisker: string;
  /** Tidings, and others. */
  readonly own: string;
  readonly peer: string;
  /** Several columns in one chart. */
  readonly series: readonly string[];
}

/** What a chart is drawn with. */
export const colours: Palette = {
  ink: ink[0],
  line: line[0],
  whisker: whisker[0],
  own: own[0],
  peer: peer[0],
  series: series.map(([light]) => light),
};

/** Turns each into its other on a dark page. */
export const darkStyle: string = `@media (prefers-color-scheme: dark) { ${[ink, line, whisker, peer, ...series]
  .flatMap(([light, dark]) => ['fill', 'stroke'].map((name) => `[${name}="${light}"] { ${name}: ${dark} }`))
  .join(' ')} }`;
