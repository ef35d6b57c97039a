import { createRandom, type Random } from '../random.ts';

export type Palette = {
  paper: string;
  panel: string;
  ink: string;
  soft: string;
  faint: string;
  accents: readonly string[];
};
export type Draw = (random: Random, palette: Palette) => string;

export const pictureWidth = 800;
export const pictureHeight = 600;

const palettes: readonly Palette[] = [
  {
    paper: '#f3f5f8',
    panel: '#ffffff',
    ink: '#1f2a37',
    soft: '#93a0b0',
    faint: '#e3e8ee',
    accents: ['#3565c8', '#5ea3a0', '#e2a542', '#c75c5c'],
  },
  {
    paper: '#f7f3ec',
    panel: '#fffdf9',
    ink: '#33291f',
    soft: '#a99a86',
    faint: '#ece3d5',
    accents: ['#b4552d', '#3e6b64', '#d9a441', '#6f5478'],
  },
  {
    paper: '#10161f',
    panel: '#18212d',
    ink: '#e8eef5',
    soft: '#71829a',
    faint: '#243142',
    accents: ['#5aa9e6', '#7fd1ae', '#f2b84b', '#f06f6f'],
  },
  {
    paper: '#eef4ef',
    panel: '#ffffff',
    ink: '#1f3329',
    soft: '#8ba596',
    faint: '#dce8df',
    accents: ['#2f7d5b', '#86a83f', '#d98b3a', '#3d6fa3'],
  },
  {
    paper: '#f4f0f6',
    panel: '#ffffff',
    ink: '#2d2338',
    soft: '#a194ad',
    faint: '#e7dfec',
    accents: ['#7a4fb0', '#c2578a', '#4d8fb5', '#d9a03f'],
  },
  {
    paper: '#1b1a1f',
    panel: '#26242b',
    ink: '#f2ece4',
    soft: '#8d8690',
    faint: '#36333c',
    accents: ['#e9795d', '#e8b35a', '#6fb3a8', '#a58bd0'],
  },
  {
    paper: '#eef3f6',
    panel: '#fbfdfe',
    ink: '#12303b',
    soft: '#84a0ab',
    faint: '#d8e5ea',
    accents: ['#0e7c86', '#e4733f', '#395f9c', '#8fb339'],
  },
];

/** A whole picture: what `draw` paints on a palette that its seed chose. */
export function pictureSvg(seed: string, draw: Draw): string {
  const random = createRandom('picture', seed);
  const palette = random.pick(palettes);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}" viewBox="0 0 800 600"><rect width="800" height="600" fill="${palette.paper}"/>${draw(random, palette)}</svg>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 0, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}" ${more}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;
}

export function line(points: readonly (readonly [number, number])[], stroke: string, width: number, more = ''): string {
  return `<polyline points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round" ${more}/>`;
}

export function shape(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** Bars where words would be: a picture has no language. */
export function textLines(
  random: Random,
  x: number,
  y: number,
  width: number,
  count: number,
  fill: string,
  height = 8,
  gap = 10,
): string {
  return Array.from({ length: count }, (_, row) =>
    rect(
      x,
      y + row * (height + gap),
      row === count - 1 ? width * (0.35 + random.next() * 0.4) : width * (0.82 + random.next() * 0.18),
      height,
      fill,
      height / 2,
    ),
  ).join('');
}

/** A wandering series of values between 0 and 1. */
export function series(random: Random, count: number, trend: number): number[] {
  let value = 0.25 + random.next() * 0.3;
  return Array.from({ length: count }, () => {
    value += random.normal() * 0.07 + trend / count;
    value = Math.max(0.06, Math.min(0.96, value));
    return value;
  });
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
