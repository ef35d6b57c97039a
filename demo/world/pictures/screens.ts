import { circle, type Draw, line, rect, series, shape, textLines } from './canvas.ts';

export const drawDashboard: Draw = (random, { panel, ink, soft, faint, accents }) => {
  const accent = random.pick(accents);
  const cards = [0, 1, 2, 3].map((at) => {
    const x = 132 + at * 164;
    const points = series(random, 12, 0.3).map((value, n) => [x + 16 + n * 10.6, 152 - value * 26] as const);
    return (
      rect(x, 72, 148, 92, panel, 10) +
      rect(x + 16, 88, 58, 7, soft, 3) +
      rect(x + 16, 104, 78 + random.int(-16, 24), 15, ink, 4) +
      line(points, accents[at]!, 2.4)
    );
  });
  const values = series(random, 26, random.pick([0.5, 0.3, -0.2]));
  const curve = values.map((value, n) => [156 + n * 15.2, 392 - value * 170] as const);
  const area = shape(`M156 400 L${curve.map(([x, y]) => `${x} ${y}`).join(' L')} L536 400Z`, accent, 'opacity=".14"');
  const grid = [0, 1, 2, 3].map((n) => rect(156, 400 - n * 50, 380, 1, faint)).join('');
  const rows = Array.from({ length: 5 }, (_, n) => {
    const y = 472 + n * 22;
    return (
      circle(158, y, 6, accents[n % accents.length]!, 'opacity=".85"') +
      rect(176, y - 4, 110 + random.int(-20, 40), 8, soft, 4) +
      rect(370, y - 4, 60, 8, faint, 4) +
      rect(470, y - 6, 58, 12, random.pick(accents), 6, 'opacity=".3"')
    );
  });
  return [
    rect(0, 0, 100, 600, panel),
    circle(50, 44, 15, accent),
    ...[0, 1, 2, 3, 4, 5].map((n) => rect(30, 98 + n * 42, 40, n === 1 ? 12 : 8, n === 1 ? accent : faint, 5)),
    rect(132, 30, 170, 14, ink, 5),
    circle(764, 38, 14, soft),
    ...cards,
    rect(132, 184, 420, 236, panel, 10),
    rect(152, 202, 120, 10, ink, 5),
    grid,
    area,
    line(curve, accent, 3.4),
    circle(curve.at(-1)![0], curve.at(-1)![1], 6, accent),
    rect(568, 184, 208, 236, panel, 10),
    rect(588, 202, 90, 10, ink, 5),
    donut(672, 306, 66, random.sample([0.38, 0.27, 0.2, 0.15], 4), accents, panel),
    ...[0, 1, 2, 3].map(
      (n) =>
        circle(600 + (n % 2) * 90, 392 + Math.floor(n / 2) * 14, 4, accents[n]!) +
        rect(610 + (n % 2) * 90, 389 + Math.floor(n / 2) * 14, 46, 6, faint, 3),
    ),
    rect(132, 440, 420, 140, panel, 10),
    ...rows,
    rect(568, 440, 208, 140, panel, 10),
    ...series(random, 9, 0.4).map((value, n) =>
      rect(588 + n * 20, 562 - value * 96, 12, value * 96, n === 6 ? accent : faint, 3),
    ),
  ].join('');
};

export function donut(
  x: number,
  y: number,
  r: number,
  parts: readonly number[],
  colors: readonly string[],
  hole: string,
): string {
  const around = 2 * Math.PI * r * 0.78;
  let start = 0;
  const arcs = parts.map((part, n) => {
    const arc = `<circle cx="${x}" cy="${y}" r="${r * 0.78}" fill="none" stroke="${colors[n % colors.length]}" stroke-width="${r * 0.36}" stroke-dasharray="${part * around - 3} ${around}" stroke-dashoffset="${-start * around}" transform="rotate(-90 ${x} ${y})"/>`;
    start += part;
    return arc;
  });
  return arcs.join('') + circle(x, y, r * 0.5, hole);
}

export const drawWebsite: Draw = (random, palette) => {
  const { panel, ink, soft, faint, accents } = palette;
  const accent = random.pick(accents);
  const isSplit = random.chance(0.5);
  const hero = isSplit
    ? `${rect(110, 190, 250, 20, ink, 6)}${rect(110, 220, 190, 20, ink, 6)}${textLines(random, 110, 258, 230, 3, soft)}${rect(110, 326, 110, 34, accent, 17)}${scene(random, 410, 150, 290, 240, accents, faint)}`
    : `${scene(random, 84, 140, 632, 220, accents, faint)}${rect(250, 200, 300, 24, panel, 7)}${rect(300, 236, 200, 12, panel, 6, 'opacity=".85"')}${rect(345, 268, 110, 34, panel, 17)}`;
  const cards = [0, 1, 2].map((n) => {
    const x = 110 + n * 200;
    return (
      rect(x, 410, 176, 160, faint, 10) +
      scene(random, x, 410, 176, 84, [accents[n]!, accents[(n + 1) % 4]!], faint) +
      textLines(random, x + 14, 510, 140, 3, soft, 7, 8)
    );
  });
  return [
    rect(60, 36, 680, 600, panel, 14),
    rect(60, 36, 680, 34, faint, 14),
    ...[0, 1, 2].map((n) => circle(84 + n * 18, 53, 5.5, accents[n]!)),
    rect(300, 45, 200, 16, panel, 8),
    circle(120, 102, 10, accent),
    rect(138, 97, 66, 10, ink, 5),
    ...[0, 1, 2, 3].map((n) => rect(430 + n * 70, 98, 44, 8, soft, 4)),
    hero,
    ...cards,
  ].join('');
};

/** A small landscape of plain shapes, cut to its frame. */
function scene(
  random: ReturnType<typeof import('../random.ts').createRandom>,
  x: number,
  y: number,
  width: number,
  height: number,
  colors: readonly string[],
  ground: string,
): string {
  const id = `c${Math.round(x)}-${Math.round(y)}`;
  const hill = (base: number, color: string, opacity: number) => {
    const top = y + height * base;
    return shape(
      `M${x} ${top}C${x + width * 0.25} ${top - height * 0.25 * random.next()} ${x + width * 0.45} ${top + height * 0.22} ${x + width * 0.6} ${top}C${x + width * 0.75} ${top - height * 0.2} ${x + width * 0.9} ${top} ${x + width} ${top - height * 0.1}V${y + height}H${x}Z`,
      color,
      `opacity="${opacity}"`,
    );
  };
  return `<clipPath id="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/></clipPath><g clip-path="url(#${id})">${rect(x, y, width, height, ground)}${rect(x, y, width, height, colors[0]!, 0, 'opacity=".25"')}${circle(x + width * (0.2 + random.next() * 0.6), y + height * 0.34, height * 0.16, colors.at(-1)!, 'opacity=".9"')}${hill(0.55, colors[0]!, 0.45)}${hill(0.72, colors[Math.min(1, colors.length - 1)]!, 0.7)}${hill(0.88, colors[0]!, 0.95)}</g>`;
}

export const drawApp: Draw = (random, palette) => {
  const { accents } = palette;
  const accent = random.pick(accents);
  return [
    circle(random.int(120, 680), random.int(90, 500), 210, accent, 'opacity=".12"'),
    phone(random, 120, 70, palette, accent, 'list'),
    phone(random, 306, 40, palette, accent, 'hero'),
    phone(random, 492, 70, palette, accent, 'chart'),
  ].join('');
};

function phone(
  random: Parameters<Draw>[0],
  x: number,
  y: number,
  { panel, ink, soft, faint, accents }: Parameters<Draw>[1],
  accent: string,
  kind: 'list' | 'hero' | 'chart',
): string {
  const height = 480;
  const inside = {
    list: () =>
      rect(x + 22, y + 52, 90, 14, ink, 5) +
      Array.from({ length: 6 }, (_, n) => {
        const top = y + 88 + n * 58;
        return (
          rect(x + 18, top, 152, 48, faint, 10) +
          circle(x + 42, top + 24, 13, accents[n % 4]!) +
          rect(x + 64, top + 13, 60 + random.int(0, 30), 8, ink, 4) +
          rect(x + 64, top + 28, 50 + random.int(0, 40), 6, soft, 3)
        );
      }).join(''),
    hero: () =>
      scene(random, x + 10, y + 12, 168, 210, accents, faint) +
      rect(x + 24, y + 246, 120, 16, ink, 5) +
      textLines(random, x + 24, y + 278, 136, 4, soft, 7, 9) +
      [0, 1, 2].map((n) => rect(x + 24 + n * 48, y + 352, 40, 20, n === 0 ? accent : faint, 10)).join('') +
      rect(x + 24, y + 402, 140, 40, accent, 20) +
      rect(x + 68, y + 418, 52, 8, panel, 4),
    chart: () =>
      rect(x + 22, y + 52, 70, 10, soft, 4) +
      rect(x + 22, y + 72, 110, 20, ink, 6) +
      line(
        series(random, 14, 0.4).map((value, n) => [x + 22 + n * 11, y + 210 - value * 90] as const),
        accent,
        4,
      ) +
      rect(x + 22, y + 226, 144, 1, faint) +
      donut(x + 94, y + 310, 54, random.sample([0.4, 0.3, 0.2, 0.1], 4), accents, panel) +
      textLines(random, x + 22, y + 392, 144, 3, faint, 10, 10),
  };
  return `${rect(x - 6, y - 6, 200, height + 12, '#0d1117', 34)}${rect(x, y, 188, height, panel, 28)}${inside[kind]()}${rect(x + 64, y + 10, 60, 14, '#0d1117', 7)}`;
}

export const drawCode: Draw = (random, { accents }) => {
  const dark = random.pick([
    ['#141a24', '#1b2330', '#3d4a5e'],
    ['#1d1b26', '#262332', '#4d4763'],
    ['#10201f', '#172b2a', '#3a5855'],
  ]);
  let indent = 0;
  const rows = Array.from({ length: 19 }, (_, row) => {
    const y = 118 + row * 24;
    if (random.chance(0.1)) return rect(104, y, 12, 8, dark[2]!, 4);
    const isComment = random.chance(0.12);
    let x = 144 + indent * 28;
    const words = Array.from({ length: isComment ? random.int(3, 6) : random.int(1, 5) }, () => {
      const width = random.int(24, 96);
      const word = rect(
        x,
        y,
        width,
        10,
        isComment ? dark[2]! : random.pick([...accents, '#c9d4e3', '#c9d4e3']),
        5,
        isComment ? '' : 'opacity=".9"',
      );
      x += width + 10;
      return x < 690 ? word : '';
    });
    indent = Math.max(0, Math.min(4, indent + random.pick([-1, 0, 0, 1])));
    return rect(104, y, 14, 8, dark[2]!, 4) + words.join('');
  });
  return [
    rect(0, 0, 800, 600, dark[0]!),
    circle(690, 80, 260, random.pick(accents), 'opacity=".1"'),
    rect(70, 50, 660, 560, dark[1]!, 14),
    ...['#ee6a5f', '#f5bd4f', '#61c454'].map((color, n) => circle(96 + n * 20, 76, 6, color)),
    rect(180, 66, 120, 20, dark[0]!, 8),
    rect(200, 72, 80, 8, '#c9d4e3', 4),
    ...rows,
  ].join('');
};
