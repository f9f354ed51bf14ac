import { parse, resetSVGDefIds, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { colours, darkStyle } from './chart-colours.js';
import { type ChartData, type ChartPoint, chartText } from './chart-points.js';

/** A chart as SVG: medians with their ranges. The same data make the same text. */
export async function chartSvg(chart: ChartData): Promise<string> {
  // What it numbers within a document, it would number on from the one before.
  resetSVGDefIds();
  const view = new View(parse(compile(specOf(chart)).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const opening = `role="img"><title>${escaped(chartText(chart))}</title><style>${darkStyle}</style>`;
  return `${svg.replace('>', ` ${opening}`).replaceAll('><', '>\n<')}\n`;
}

function specOf(chart: ChartData): TopLevelSpec {
  const { title, kind, points } = chart;
  const size =
    kind === 'line' ? { width: 560, height: 240 } : { width: 520, height: { step: chart.series.length > 1 ? 16 : 24 } };
  return {
    title: { text: title, anchor: 'start', frame: 'group', fontWeight: 600, offset: 10 },
    data: { values: points.map((point) => ({ ...point, ...pointColour(chart, point) })) },
    ...size,
    ...(kind === 'line' ? lines(chart) : bars(chart)),
    background: 'transparent',
    config: {
      aria: false,
      font: 'system-ui, -apple-system, "Segoe UI", sans-serif',
      view: { stroke: null },
      title: { color: colours.ink, fontSize: 13 },
      axis: {
        labelColor: colours.ink,
        titleColor: colours.ink,
        gridColor: colours.line,
        domainColor: colours.line,
        tickColor: colours.line,
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        labelLimit: 0,
      },
      legend: { labelColor: colours.ink, labelFontSize: 12, labelLimit: 0, orient: 'bottom' },
    },
  };
}

type Part = Pick<Extract<TopLevelSpec, { layer: unknown }>, 'layer' | 'encoding'>;

/** The axis of the medians. */
function medianOf(chart: ChartData, tickCount: number) {
  return {
    field: 'median',
    type: 'quantitative',
    title: chart.axis,
    scale: scaleOf(chart.log),
    axis: { tickCount, ...powersOfTen(chart) },
  } as const;
}

/** A row beside the other, the median in figures behind it. */
function bars(chart: ChartData): Part {
  const { log, series } = chart;
  const value = medianOf(chart, 6);
  const rows = {
    field: 'row',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { ticks: false, domain: false, labelPadding: 8 },
  } as const;
  return {
    encoding: {
      y: rows,
      ...(series.length > 1 && { yOffset: { field: 'series', type: 'nominal', sort: [...series] } as const }),
    },
    layer: [
      {
        mark: log ? { type: 'point', filled: true, size: 90, opacity: 1 } : { type: 'bar', height: { band: 0.72 } },
        encoding: { x: value, color: colourOf(chart) },
      },
      whiskers('x'),
      {
        mark: { type: 'text', align: 'left', dx: 7, fontSize: 12, color: colours.ink },
        encoding: { x: { field: 'max', type: 'quantitative' }, text: { field: 'text', type: 'nominal' } },
      },
    ],
  };
}

/** Rows from left to right, at equal distances whatever they are. */
function lines(chart: ChartData): Part {
  const value = medianOf(chart, 5);
  const rows = {
    field: 'row',
    type: 'ordinal',
    sort: null,
    title: null,
    axis: { labelAngle: 0, labelOverlap: true },
  } as const;
  return {
    encoding: { x: rows },
    layer: [
      { mark: { type: 'line', strokeWidth: 2 }, encoding: { y: value, color: colourOf(chart) } },
      { mark: { type: 'point', filled: true, size: 50, opacity: 1 }, encoding: { y: value, color: colourOf(chart) } },
      whiskers('y'),
    ],
  };
}

function whiskers(side: 'x' | 'y'): Part['layer'][number] {
  const [from, to] = [{ field: 'min', type: 'quantitative' } as const, { field: 'max' } as const];
  return {
    // Where nothing ranges there is nothing to show.
    transform: [{ filter: 'datum.max > datum.min' }],
    mark: { type: 'rule', color: colours.whisker, strokeWidth: 1.5 },
    encoding: side === 'x' ? { x: from, x2: to } : { y: from, y2: to },
  };
}

function scaleOf(log: boolean): { type: 'log' } | { zero: true } {
  return log ? { type: 'log' } : { zero: true };
}

/** Where a logarithmic scale is long enough, its powers of ten are lines enough. */
function powersOfTen({ log, points }: ChartData): { readonly values?: number[] } {
  if (!log) return {};
  const first = Math.floor(Math.log10(Math.min(...points.map(({ min }) => min))));
  const last = Math.ceil(Math.log10(Math.max(...points.map(({ max }) => max))));
  return last - first < 2 ? {} : { values: Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at)) };
}

function colourOf({ kind, series }: ChartData): object {
  if (series.length === 1 && kind === 'bar') return { field: 'colour', type: 'nominal', scale: null };
  const range = series.map((_, at) => colours.series[at % colours.series.length]);
  return {
    field: 'series',
    type: 'nominal',
    title: null,
    scale: { domain: series, range },
    ...(series.length === 1 && { legend: null }),
  };
}

/** Tidings among others is seen at once; where there are no others, all are the same. */
function pointColour({ points }: ChartData, { row }: ChartPoint): { readonly colour: string } {
  const isOwn = (name: string): boolean => /^tidings/i.test(name);
  const alone = !points.some((point) => isOwn(point.row));
  return { colour: alone || isOwn(row) ? colours.own : colours.peer };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
