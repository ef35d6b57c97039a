import { imagePolicies } from '@portico/api/platform/files/file.ts';
import { createRandom, type Random } from '../random.ts';
import type { PortraitTraits } from '../world.ts';
import { type DrawnPicture, encodeDrawing } from './encode-drawing.ts';
import { backdropOf, type Clothes, clothesOf, hairColorOf, type Skin, shaded, skinOf } from './portrait-colors.ts';
import { baldStyles, feminineStyles, type Hair, headscarf, masculineStyles } from './portrait-hair.ts';

/** WebP in the sizes that photos are kept in. */
export function drawPortrait(traits: PortraitTraits): Promise<DrawnPicture> {
  return encodeDrawing(portraitSvg(traits), imagePolicies.photo.sizes);
}

/** A person, drawn: the same traits give the same face on every machine. */
export function portraitSvg(traits: PortraitTraits): string {
  const random = createRandom('portrait', traits.seed);
  const skin = skinOf(random, traits);
  const hairColor = hairColorOf(random, traits, skin);
  const hair = hairOf(random, traits, hairColor);
  const backdrop = backdropOf(random);
  const clothes = clothesOf(random);
  const tilt = random.int(-3, 3);
  const isMirrored = random.chance(0.5);
  const head = [
    hair.back,
    neck(skin),
    clothing(random, clothes, skin),
    ears(skin),
    face(random, traits, skin),
    beard(random, traits, hairColor),
    features(random, traits, skin, hairColor),
    hair.front,
    extras(random, traits, skin, hair.hidesEars === true),
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<defs><linearGradient id="b" x1="0" y1="0" x2="0.6" y2="1"><stop offset="0" stop-color="${backdrop.from}"/><stop offset="1" stop-color="${backdrop.to}"/></linearGradient></defs>
<rect width="256" height="256" fill="url(#b)"/>
${random.chance(0.4) ? `<circle cx="${random.int(150, 210)}" cy="${random.int(60, 110)}" r="${random.int(60, 96)}" fill="#fff" opacity=".22"/>` : ''}
<g transform="${isMirrored ? 'translate(256 0) scale(-1 1)' : ''} translate(128 262) scale(1.2) translate(-128 -244) rotate(${tilt} 128 200)">${head}</g></svg>`;
}

const placesWithScarves = { dark: 0.09, mixed: 0, fair: 0 };

function hairOf(random: Random, { presentation, age, look }: PortraitTraits, color: string): Hair {
  if (presentation === 'feminine') {
    if (look.skin[0] >= 1 && random.chance(placesWithScarves[look.hair])) return headscarf(random.pick(scarves));
    return random.pick(feminineStyles)(color);
  }
  const styles = masculineStyles.filter((_, at) => !baldStyles.has(at) || random.chance(age < 35 ? 0.15 : 0.9));
  return random.pick(styles)(color);
}

const scarves = ['#31465e', '#8c5a5f', '#5f7a6b', '#c9b79c', '#3d3a4a', '#9a7f9a', '#d8cfc2', '#2e6a70'];

function neck(skin: Skin): string {
  return `<path d="M106 146L106 186C106 204 150 204 150 186L150 146Z" fill="${skin.base}"/><path d="M106 160C114 178 142 178 150 160L150 172C142 186 114 186 106 172Z" fill="${skin.shade}" opacity=".75"/>`;
}

function clothing(random: Random, { main, dark, light }: Clothes, skin: Skin): string {
  const body = (fill: string) =>
    `<path d="M22 262C24 222 52 206 84 198L106 188C114 204 142 204 150 188L172 198C204 206 232 222 234 262Z" fill="${fill}"/>`;
  const shirt = random.pick(['#f4f1ea', '#e9eef3', '#2c3038', '#dfe5dc']);
  return random.pick([
    // round neck
    () => `${body(main)}<path d="M100 190C108 212 148 212 156 190L150 187C142 203 114 203 106 187Z" fill="${dark}"/>`,
    // V neck
    () =>
      `${body(main)}<path d="M106 187L128 224L150 187C142 203 114 203 106 187Z" fill="${skin.base}"/><path d="M102 189L128 232L154 189L150 187L128 222L106 187Z" fill="${dark}"/>`,
    // jacket over a shirt
    () =>
      `${body(shirt)}<path d="M22 262C24 222 52 206 84 198L103 190L126 262Z" fill="${main}"/><path d="M234 262C232 222 204 206 172 198L153 190L130 262Z" fill="${main}"/><path d="M103 189L94 214L106 220L122 262L126 262L110 204Z" fill="${dark}"/><path d="M153 189L162 214L150 220L134 262L130 262L146 204Z" fill="${dark}"/>`,
    // collared shirt
    () =>
      `${body(main)}<path d="M105 186L96 202L120 216L128 204Z" fill="${light}"/><path d="M151 186L160 202L136 216L128 204Z" fill="${light}"/><path d="M128 206L128 262" stroke="${dark}" stroke-width="2"/><circle cx="128" cy="226" r="2" fill="${dark}"/><circle cx="128" cy="246" r="2" fill="${dark}"/>`,
    // high collar
    () =>
      `${body(main)}<path d="M102 174C110 186 146 186 154 174L156 196C146 210 110 210 100 196Z" fill="${light}"/><path d="M102 184C112 194 144 194 154 184" stroke="${dark}" stroke-width="1.6" fill="none" opacity=".5"/>`,
    // hooded sweater
    () =>
      `${body(main)}<path d="M94 192C100 222 156 222 162 192L176 200C170 236 86 236 80 200Z" fill="${dark}"/><path d="M116 216L114 246M140 216L142 246" stroke="${light}" stroke-width="2.6" stroke-linecap="round"/>`,
  ])();
}

function ears(skin: Skin): string {
  const ear = (x: number) =>
    `<ellipse cx="${x}" cy="119" rx="8" ry="12" fill="${skin.base}"/><ellipse cx="${x}" cy="119" rx="4" ry="7" fill="${skin.shade}" opacity=".8"/>`;
  return ear(86) + ear(170);
}

function face(random: Random, { presentation }: PortraitTraits, skin: Skin): string {
  const jaw = presentation === 'masculine' ? random.int(29, 34) : random.int(22, 28);
  const chin = random.int(165, 170);
  const outline = `M87 106C87 76 104 60 128 60C152 60 169 76 169 106L169 120C169 140 ${128 + jaw} ${chin - 8} 128 ${chin}C${128 - jaw} ${chin - 8} 87 140 87 120Z`;
  return `<path d="${outline}" fill="${skin.base}"/><path d="M169 106L169 120C169 140 ${128 + jaw} ${chin - 8} 128 ${chin}C${128 + jaw - 9} ${chin - 12} 158 138 158 118C158 96 158 84 150 68C163 76 169 90 169 106Z" fill="${skin.shade}" opacity=".35"/>`;
}

function features(random: Random, { presentation, age }: PortraitTraits, skin: Skin, hairColor: string): string {
  const apart = random.int(17, 20);
  const y = random.int(115, 119);
  const iris = random.pick(irises(skin));
  const brow = shaded(hairColor, hairColor > '#8' ? -0.35 : 0.05);
  return [
    blush(random, skin, presentation),
    eye(128 - apart, y, iris, presentation),
    eye(128 + apart, y, iris, presentation),
    brows(random, apart, y, brow, presentation),
    nose(random, skin),
    mouth(random, skin, presentation),
    age > 48 ? wrinkles(apart, y, skin) : '',
  ].join('');
}

function irises(skin: Skin): string[] {
  const isLight = skin.base > '#ee';
  return isLight ? ['#3b2a20', '#5a3f2a', '#4d6a7a', '#5f7a5a', '#3d4f66'] : ['#241812', '#2e1f16', '#3b2a20'];
}

function eye(x: number, y: number, iris: string, presentation: string): string {
  const lash =
    presentation === 'feminine'
      ? `<path d="M${x - 8.5} ${y - 0.5}C${x - 5} ${y - 7.5} ${x + 5} ${y - 7.5} ${x + 8.5} ${y - 0.5}" stroke="#1d1512" stroke-width="2.6" fill="none" stroke-linecap="round"/>`
      : `<path d="M${x - 8} ${y - 1}C${x - 4} ${y - 6.5} ${x + 4} ${y - 6.5} ${x + 8} ${y - 1}" stroke="#2a1d18" stroke-width="1.9" fill="none" stroke-linecap="round"/>`;
  return `<path d="M${x - 8} ${y}C${x - 4} ${y - 7} ${x + 4} ${y - 7} ${x + 8} ${y}C${x + 4} ${y + 5} ${x - 4} ${y + 5} ${x - 8} ${y}Z" fill="#fdfaf6"/><circle cx="${x}" cy="${y - 0.8}" r="4.6" fill="${iris}"/><circle cx="${x}" cy="${y - 0.8}" r="2.2" fill="#0d0a09"/><circle cx="${x + 1.7}" cy="${y - 2.6}" r="1.3" fill="#fff"/>${lash}`;
}

function brows(random: Random, apart: number, y: number, color: string, presentation: string): string {
  const width = presentation === 'masculine' ? random.int(36, 46) / 10 : random.int(24, 32) / 10;
  const lift = random.int(-1, 2);
  const top = y - 15 - lift;
  const brow = (side: 1 | -1) => {
    const x = 128 + side * apart;
    return `<path d="M${x - side * 9} ${top + 2}C${x - side * 3} ${top - 2} ${x + side * 4} ${top - 2} ${x + side * 10} ${top + 3}" stroke="${color}" stroke-width="${width}" fill="none" stroke-linecap="round"/>`;
  };
  return brow(-1) + brow(1);
}

function nose(random: Random, skin: Skin): string {
  const width = random.int(5, 8);
  const tip = random.int(134, 138);
  return `<path d="M${128 - width} ${tip}C${128 - width + 1} ${tip + 4} ${128 + width - 1} ${tip + 4} ${128 + width} ${tip}" stroke="${skin.line}" stroke-width="2.2" fill="none" stroke-linecap="round" opacity=".55"/><path d="M131 112C133 122 134 128 133 132" stroke="${skin.shade}" stroke-width="3" fill="none" stroke-linecap="round" opacity=".7"/>`;
}

function mouth(random: Random, skin: Skin, presentation: string): string {
  const half = random.int(12, 16);
  const y = 148;
  const lip = presentation === 'feminine' ? skin.lip : shaded(skin.lip, -0.12);
  return random.pick([
    () =>
      `<path d="M${128 - half} ${y - 1}C${128 - 5} ${y + 8} ${128 + 5} ${y + 8} ${128 + half} ${y - 1}" stroke="${lip}" stroke-width="3.2" fill="none" stroke-linecap="round"/>`,
    () =>
      `<path d="M${128 - half} ${y - 2}C${128 - 6} ${y + 1} ${128 + 6} ${y + 1} ${128 + half} ${y - 2}C${128 + 8} ${y + 11} ${128 - 8} ${y + 11} ${128 - half} ${y - 2}Z" fill="#fff"/><path d="M${128 - half} ${y - 2}C${128 - 6} ${y + 1} ${128 + 6} ${y + 1} ${128 + half} ${y - 2}C${128 + 8} ${y + 11} ${128 - 8} ${y + 11} ${128 - half} ${y - 2}Z" fill="none" stroke="${lip}" stroke-width="2.4" stroke-linejoin="round"/>`,
    () =>
      `<path d="M${128 - half} ${y}C${128 - 7} ${y - 4} ${128 - 2} ${y - 3} 128 ${y - 2}C${128 + 2} ${y - 3} ${128 + 7} ${y - 4} ${128 + half} ${y}C${128 + 6} ${y + 8} ${128 - 6} ${y + 8} ${128 - half} ${y}Z" fill="${lip}"/><path d="M${128 - half} ${y}C${128 - 5} ${y + 3} ${128 + 5} ${y + 3} ${128 + half} ${y}" stroke="${skin.line}" stroke-width="1.4" fill="none" opacity=".6"/>`,
    () =>
      `<path d="M${128 - half + 2} ${y + 1}C${128 - 4} ${y + 5} ${128 + 7} ${y + 5} ${128 + half} ${y - 3}" stroke="${lip}" stroke-width="3" fill="none" stroke-linecap="round"/>`,
  ])();
}

function blush(random: Random, skin: Skin, presentation: string): string {
  const strength = presentation === 'feminine' ? 0.34 : random.chance(0.4) ? 0.2 : 0;
  if (strength === 0) return '';
  return `<ellipse cx="103" cy="137" rx="10" ry="6.5" fill="${skin.blush}" opacity="${strength}"/><ellipse cx="153" cy="137" rx="10" ry="6.5" fill="${skin.blush}" opacity="${strength}"/>`;
}

function wrinkles(apart: number, y: number, skin: Skin): string {
  const line = (d: string) =>
    `<path d="${d}" stroke="${skin.line}" stroke-width="1.3" fill="none" stroke-linecap="round" opacity=".38"/>`;
  return (
    line(
      `M${128 - apart - 6} ${y + 8}C${128 - apart} ${y + 11} ${128 - apart + 5} ${y + 10} ${128 - apart + 8} ${y + 8}`,
    ) +
    line(
      `M${128 + apart - 8} ${y + 8}C${128 + apart - 5} ${y + 10} ${128 + apart} ${y + 11} ${128 + apart + 6} ${y + 8}`,
    ) +
    line('M110 140C107 145 107 150 109 154') +
    line('M146 140C149 145 149 150 147 154')
  );
}

function beard(random: Random, { presentation, age }: PortraitTraits, color: string): string {
  if (presentation !== 'masculine' || age < 24 || random.chance(0.52)) return '';
  const full =
    'M87 118C88 148 104 174 128 175C152 174 168 148 169 118C166 128 162 134 156 136C150 138 142 136 128 137C114 136 106 138 100 136C94 134 90 128 87 118ZM128 143C138 143 145 145 145 150C145 156 138 159 128 159C118 159 111 156 111 150C111 145 118 143 128 143Z';
  const goatee =
    'M112 142C118 139 138 139 144 142C150 152 146 172 128 173C110 172 106 152 112 142ZM128 144C137 144 143 146 143 150C143 155 137 157 128 157C119 157 113 155 113 150C113 146 119 144 128 144Z';
  const kind = random.next();
  if (kind < 0.4) return `<path fill-rule="evenodd" d="${full}" fill="${color}"/>`;
  if (kind < 0.6) return `<path fill-rule="evenodd" d="${goatee}" fill="${color}"/>`;
  if (kind < 0.72)
    return `<path d="M110 144C116 137 124 138 128 141C132 138 140 137 146 144C140 147 133 146 128 145C123 146 116 147 110 144Z" fill="${color}"/>`;
  // stubble
  return `<path fill-rule="evenodd" d="${full}" fill="${color}" opacity=".22"/>`;
}

function extras(random: Random, { presentation, age }: PortraitTraits, skin: Skin, hidesEars: boolean): string {
  const parts: string[] = [];
  if (random.chance(age > 45 ? 0.42 : 0.24)) parts.push(glasses(random));
  if (presentation === 'feminine' && !hidesEars && random.chance(0.35)) parts.push(earrings(random));
  if (random.chance(0.07)) parts.push(freckles(random, skin));
  return parts.join('');
}

function glasses(random: Random): string {
  const color = random.pick(['#22252b', '#5a3b26', '#7b7f86', '#8a2f35', '#2f4a6b']);
  const width = random.pick([2.2, 2.8, 3.4]);
  const lens = random.pick([
    (x: number) => `<circle cx="${x}" cy="117" r="14.5"/>`,
    (x: number) => `<rect x="${x - 15}" y="105" width="30" height="23" rx="7"/>`,
    (x: number) => `<rect x="${x - 15.5}" y="107" width="31" height="20" rx="10"/>`,
  ]);
  return `<g fill="#fff" fill-opacity=".14" stroke="${color}" stroke-width="${width}">${lens(109)}${lens(147)}<path d="M123.5 115C126 112 130 112 132.5 115M94 114L86 112M162 114L170 112" fill="none"/></g>`;
}

function earrings(random: Random): string {
  const metal = random.pick(['#d6b25e', '#c9ccd1', '#e8e2d4']);
  return random.chance(0.5)
    ? `<circle cx="85" cy="134" r="3.2" fill="${metal}"/><circle cx="171" cy="134" r="3.2" fill="${metal}"/>`
    : `<g fill="none" stroke="${metal}" stroke-width="2.2"><circle cx="84" cy="138" r="6"/><circle cx="172" cy="138" r="6"/></g>`;
}

function freckles(random: Random, skin: Skin): string {
  return Array.from({ length: 14 }, () => {
    const side = random.chance(0.5) ? 106 : 150;
    return `<circle cx="${side + random.int(-9, 9)}" cy="${random.int(128, 140)}" r="1" fill="${skin.line}" opacity=".4"/>`;
  }).join('');
}
