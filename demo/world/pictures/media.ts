import { circle, type Draw, rect, series, shape } from './canvas.ts';

export const drawVideo: Draw = (random, { accents }) => {
  const [sky, far, near] = random.pick([
    ['#f3c998', '#c9785c', '#5a3440'],
    ['#bcd8e6', '#6d94ad', '#243c50'],
    ['#e8d5e4', '#a5809e', '#3f2c47'],
    ['#d6e3c4', '#86a077', '#2d4433'],
  ]);
  const ridge = (y: number, height: number, fill: string) => {
    const tops = series(random, 11, 0).map((value, n) => `L${n * 80} ${y - value * height}`);
    return shape(`M0 600V${y}${tops.join('')}V600Z`, fill);
  };
  return [
    rect(0, 0, 800, 600, '#0c0d10'),
    `<clipPath id="frame"><rect x="0" y="70" width="800" height="430"/></clipPath><g clip-path="url(#frame)">`,
    rect(0, 70, 800, 430, sky!),
    circle(random.int(160, 640), random.int(170, 240), random.int(40, 66), '#fff', 'opacity=".75"'),
    ridge(360, 150, far!),
    ridge(440, 120, near!),
    random.chance(0.6) ? rect(random.int(180, 560), 372, 14, 80, '#15161a', 5) : '',
    '</g>',
    circle(400, 285, 46, '#fff', 'opacity=".92"'),
    shape('M386 262L424 285L386 308Z', '#15161a'),
    rect(40, 540, 720, 6, '#34363c', 3),
    rect(40, 540, random.int(120, 560), 6, accents[0]!, 3),
    rect(40, 562, 60, 8, '#6a6d75', 4),
    rect(700, 562, 60, 8, '#6a6d75', 4),
  ].join('');
};

export const drawAudio: Draw = (random, { panel, ink, soft, faint, accents }) => {
  const accent = random.pick(accents);
  const played = random.int(30, 80);
  const bars = Array.from({ length: 96 }, (_, n) => {
    const swell = Math.sin((n / 96) * Math.PI) * 0.7 + 0.3;
    const height = 14 + Math.abs(Math.sin(n / 3.1) * Math.cos(n / 7.7) + random.normal() * 0.25) * 150 * swell;
    return rect(78 + n * 6.8, 330 - height / 2, 4.2, height, n < played ? accent : faint, 2);
  });
  return [
    rect(40, 60, 720, 480, panel, 18),
    rect(78, 100, 96, 96, accent, 14),
    circle(126, 148, 28, panel, 'opacity=".85"'),
    circle(126, 148, 9, accent),
    rect(198, 118, 240, 18, ink, 6),
    rect(198, 150, 160, 10, soft, 5),
    ...bars,
    circle(400, 480, 28, ink),
    shape('M392 466L414 480L392 494Z', panel),
    ...[300, 500].map((x) => circle(x, 480, 14, soft, 'opacity=".6"')),
  ].join('');
};

export const drawRender: Draw = (random, { accents }) => {
  const [wall, floor] = random.pick([
    ['#e9e2d8', '#cbbda9'],
    ['#dbe3e6', '#b3c1c7'],
    ['#e6dfe3', '#bfb1ba'],
    ['#2b3037', '#1d2127'],
  ]);
  const [a, b] = random.sample(accents, 2);
  const room = () => [
    rect(0, 0, 800, 430, wall!),
    rect(0, 430, 800, 170, floor!),
    rect(90, 70, 210, 220, '#fff', 4, 'opacity=".75"'),
    rect(104, 84, 86, 192, '#bfd7e6', 2),
    rect(200, 84, 86, 192, '#cfe1ec', 2),
    shape('M300 430L470 430L640 600L180 600Z', '#fff', 'opacity=".16"'),
    rect(400, 340, 270, 96, a!, 18),
    rect(400, 286, 270, 76, a!, 18, 'opacity=".85"'),
    rect(386, 330, 34, 106, a!, 14),
    rect(650, 330, 34, 106, a!, 14),
    rect(470, 110, 120, 90, b!, 3),
    circle(530, 155, 26, wall!),
    rect(236, 300, 6, 130, '#4a3b30'),
    shape('M204 300L274 300L258 240L220 240Z', '#f2e4c4'),
    `<ellipse cx="530" cy="500" rx="210" ry="34" fill="${b}" opacity=".35"/>`,
    rect(470, 462, 130, 10, '#5c4636', 4),
    rect(484, 472, 8, 40, '#5c4636'),
    rect(578, 472, 8, 40, '#5c4636'),
  ];
  const product = () => [
    `<radialGradient id="g" cx=".35" cy=".3" r=".9"><stop offset="0" stop-color="#fff" stop-opacity=".8"/><stop offset=".4" stop-color="${a}"/><stop offset="1" stop-color="${a}" stop-opacity=".85"/></radialGradient>`,
    rect(0, 0, 800, 600, wall!),
    `<ellipse cx="400" cy="480" rx="250" ry="42" fill="#000" opacity=".16"/>`,
    random.pick([
      () =>
        `<rect x="300" y="150" width="200" height="320" rx="34" fill="url(#g)"/>${rect(330, 190, 140, 150, '#fff', 10, 'opacity=".82"')}${rect(352, 216, 96, 14, b!, 6)}${rect(352, 244, 64, 9, '#999', 4)}${rect(340, 110, 120, 46, b!, 12)}`,
      () =>
        `<path d="M230 360A170 170 0 0 1 570 360" fill="none" stroke="${a}" stroke-width="30" stroke-linecap="round"/><rect x="196" y="330" width="84" height="140" rx="38" fill="url(#g)"/><rect x="520" y="330" width="84" height="140" rx="38" fill="url(#g)"/>${rect(226, 360, 24, 80, b!, 12)}${rect(550, 360, 24, 80, b!, 12)}`,
      () =>
        `<circle cx="400" cy="310" r="160" fill="url(#g)"/><circle cx="400" cy="310" r="112" fill="${wall}"/><circle cx="400" cy="310" r="96" fill="${b}" opacity=".9"/>${rect(396, 234, 8, 78, '#fff', 4)}${rect(398, 306, 64, 8, '#fff', 4)}${circle(400, 310, 9, '#fff')}`,
    ])(),
  ];
  const house = () => [
    rect(0, 0, 800, 600, random.pick(['#d7e6ef', '#f0dfcb', '#cdd6e4'])),
    circle(650, 130, 46, '#fff', 'opacity=".8"'),
    shape('M0 470C200 420 420 500 800 430V600H0Z', '#7d9a6b'),
    rect(220, 250, 360, 210, '#f6f2ea'),
    rect(220, 214, 420, 42, a!),
    rect(250, 290, 150, 130, '#7fa0b5'),
    rect(420, 290, 60, 170, '#5b4637'),
    rect(500, 290, 60, 80, '#7fa0b5'),
    shape('M250 290L330 290L250 380Z', '#fff', 'opacity=".3"'),
    rect(150, 330, 12, 140, '#5b4637'),
    circle(156, 310, 52, '#5f8557'),
    circle(122, 346, 34, '#6d9464'),
    circle(690, 400, 40, '#5f8557'),
    rect(685, 420, 10, 50, '#5b4637'),
  ];
  return random.pick([room, product, house])().join('');
};
