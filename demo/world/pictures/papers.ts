import { circle, type Draw, line, rect, series, shape, textLines } from './canvas.ts';
import { donut } from './screens.ts';

export const drawChart: Draw = (random, { panel, ink, soft, faint, accents }) => {
  const frame = `${rect(50, 40, 700, 520, panel, 14)}${rect(90, 76, 260, 18, ink, 6)}${rect(90, 106, 180, 9, soft, 4)}`;
  const grid = [0, 1, 2, 3, 4]
    .map((n) => rect(90, 480 - n * 76, 620, 1.4, faint) + rect(90, 488 - n * 76, 24, 6, faint, 3))
    .join('');
  const kinds = [
    () =>
      series(random, 14, 0.5)
        .map((value, n) =>
          rect(
            132 + n * 41,
            480 - value * 300,
            26,
            value * 300,
            n > 10 ? accents[1]! : accents[0]!,
            4,
            n > 10 ? 'opacity=".6"' : '',
          ),
        )
        .join(''),
    () =>
      [0, 1, 2]
        .map((which) => {
          const points = series(random, 24, [0.6, 0.2, -0.2][which]!).map(
            (value, n) => [132 + n * 24.6, 480 - value * 300] as const,
          );
          return (
            line(points, accents[which]!, which === 0 ? 5 : 3, which === 0 ? '' : 'opacity=".75"') +
            circle(points.at(-1)![0], points.at(-1)![1], 7, accents[which]!)
          );
        })
        .join(''),
    () =>
      Array.from({ length: 70 }, () => {
        const x = random.next();
        const y = Math.max(0.04, Math.min(0.96, x * 0.7 + 0.12 + random.normal() * 0.12));
        return circle(132 + x * 560, 480 - y * 300, random.int(4, 15), random.pick(accents), 'opacity=".55"');
      }).join(''),
    () => {
      const layers = [0, 1, 2, 3].map(() => series(random, 16, 0.3).map((value) => value * 0.24));
      const height = (at: number, n: number) => layers.slice(0, at + 1).reduce((sum, layer) => sum + layer[n]!, 0);
      return [3, 2, 1, 0]
        .map((at) =>
          shape(
            `M132 480 ${layers[0]!.map((_, n) => `L${132 + n * 38} ${480 - height(at, n) * 300}`).join(' ')} L702 480Z`,
            accents[at]!,
            'opacity=".8"',
          ),
        )
        .join('');
    },
    () =>
      Array.from({ length: 9 }, (_, n) => {
        const y = 172 + n * 35;
        const width = (9 - n) * 42 + random.int(10, 90);
        return (
          rect(96, y + 6, 90 - random.int(0, 30), 8, soft, 4) +
          rect(200, y, width, 20, n === 2 ? accents[3]! : accents[0]!, 5, n === 2 ? '' : 'opacity=".85"')
        );
      }).join(''),
  ];
  return frame + grid + random.pick(kinds)() + rect(132, 510, 120, 8, soft, 4);
};

export const drawPoster: Draw = (random, { paper, ink, accents }) => {
  const [a, b, c] = random.sample(accents, 3);
  const kinds = [
    () =>
      Array.from({ length: 7 }, (_, n) => circle(400, 320, 250 - n * 36, [a!, b!, paper][n % 3]!)).join('') +
      rect(0, 320, 800, 280, ink, 0, 'opacity=".92"') +
      circle(400, 320, 62, c!),
    () =>
      Array.from({ length: 24 }, (_, n) => {
        const [column, row] = [n % 6, Math.floor(n / 6)];
        const [x, y] = [40 + column * 120, 60 + row * 120];
        const tile = random.pick([
          `M${x} ${y}H${x + 120}V${y + 120}Z`,
          `M${x} ${y}A120 120 0 0 1 ${x + 120} ${y + 120}H${x}Z`,
          `M${x} ${y + 60}A60 60 0 0 1 ${x + 120} ${y + 60}A60 60 0 0 1 ${x} ${y + 60}Z`,
          `M${x} ${y}H${x + 60}V${y + 120}H${x}Z`,
        ]);
        return shape(tile, random.pick([a!, b!, c!, ink]));
      }).join(''),
    () => {
      const bands = Array.from({ length: 9 }, (_, n) =>
        shape(
          `M0 ${120 + n * 52}C200 ${40 + n * 52 + random.int(-30, 30)} 420 ${220 + n * 48} 800 ${90 + n * 54}V600H0Z`,
          [a!, b!, c!][n % 3]!,
          `opacity="${0.55 + n * 0.05}"`,
        ),
      );
      return circle(random.int(500, 660), 120, 64, c!) + bands.join('');
    },
    () =>
      rect(0, 0, 800, 600, a!) +
      Array.from({ length: 60 }, (_, n) =>
        rect(n * 14, 300 - Math.abs(Math.sin(n / random.int(4, 9))) * 220, 6, 440, n % 5 === 0 ? b! : paper, 3),
      ).join('') +
      circle(610, 150, 80, c!),
    () =>
      rect(60, 0, 340, 600, a!) +
      rect(400, 0, 340, 600, b!) +
      shape('M230 120A170 170 0 0 1 230 460Z', paper) +
      shape('M570 140A160 160 0 0 0 570 460Z', ink) +
      circle(400, 300, 46, c!),
  ];
  return random.pick(kinds)() + rect(60, 40, 130, 16, ink, 3) + rect(60, 64, 84, 8, ink, 3);
};

export const drawDocument: Draw = (random, { panel, ink, soft, faint, accents }) => {
  const accent = random.pick(accents);
  const page = (x: number, y: number, tilt: number, content: string) =>
    `<g transform="rotate(${tilt} ${x + 170} ${y + 235})">${rect(x + 5, y + 8, 340, 470, '#000', 6, 'opacity=".12"')}${rect(x, y, 340, 470, panel, 6)}${content}</g>`;
  const left = `${rect(105, 110, 200, 22, ink, 5)}${rect(105, 142, 120, 9, accent, 4)}${textLines(random, 105, 184, 260, 5, faint, 8, 11)}${rect(105, 296, 260, 110, faint, 6)}${series(
    random,
    9,
    0.4,
  )
    .map((value, n) => rect(120 + n * 27, 396 - value * 84, 16, value * 84, accents[n % 2]!, 3))
    .join('')}${textLines(random, 105, 430, 260, 4, faint, 8, 11)}`;
  const right = `${rect(435, 100, 130, 14, ink, 5)}${textLines(random, 435, 132, 260, 6, faint, 8, 11)}${[0, 1, 2].map((n) => circle(447, 272 + n * 40, 9, accents[n]!) + textLines(random, 468, 264 + n * 40, 220, 2, soft, 6, 6)).join('')}${donut(500, 460, 52, [0.45, 0.3, 0.25], accents, panel)}${textLines(random, 572, 430, 120, 4, faint, 7, 10)}`;
  return page(65, 66, random.int(-4, -1), left) + page(398, 58, random.int(1, 4), right);
};

export const drawBlueprint: Draw = (random, { accents }) => {
  const [ground, stroke] = random.pick([
    ['#163a5f', '#cfe3f5'],
    ['#f5f4ef', '#39434d'],
    ['#14322f', '#cfe9e2'],
  ] as const);
  const thin = (d: string, width = 2, more = '') =>
    shape(d, 'none', `stroke="${stroke}" stroke-width="${width}" ${more}`);
  const grid = Array.from({ length: 21 }, (_, n) =>
    thin(`M${n * 40} 0V600M0 ${n * 40}H800`, 0.4, 'opacity=".25"'),
  ).join('');
  const split = random.int(300, 460);
  const cross = random.int(250, 340);
  const rooms = thin(
    `M120 110H680V490H120ZM${split} 110V${cross - 50}M${split} ${cross}V490M120 ${cross}H${split - 60}M${split - 10} ${cross}H680`,
    7,
  );
  const doors = thin(
    `M${split} ${cross - 50}A50 50 0 0 1 ${split + 50} ${cross}M${split - 60} ${cross}A50 50 0 0 0 ${split - 10} ${cross + 50}`,
    2,
  );
  const furniture = [
    `M150 140H230V190H150Z`,
    `M${split + 60} 140H${split + 150}V200H${split + 60}Z`,
    `M160 ${cross + 60}H260V${cross + 110}H160Z`,
    `M600 400A34 34 0 1 1 599 400Z`,
  ].map((d) => thin(d, 2));
  const measure = thin(`M120 540H680M120 530V550M680 530V550M${split} 530V550M80 110V490M70 110H90M70 490H90`, 1.6);
  const nodes = Array.from({ length: 4 }, (_, n) =>
    circle(200 + n * 130, n % 2 ? 160 : 420, 10, accents[n]!, 'opacity=".9"'),
  );
  return [
    rect(0, 0, 800, 600, ground),
    grid,
    rooms,
    doors,
    ...furniture,
    measure,
    ...(random.chance(0.5) ? nodes : []),
    rect(600, 556, 140, 12, stroke, 3, 'opacity=".8"'),
    rect(600, 574, 90, 7, stroke, 3, 'opacity=".5"'),
  ].join('');
};
