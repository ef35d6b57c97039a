import type { Random } from '../random.ts';
import type { PortraitTraits } from '../world.ts';

export type Skin = { base: string; shade: string; blush: string; line: string; lip: string };
export type Clothes = { main: string; dark: string; light: string };
export type Backdrop = { from: string; to: string };

const skins: Skin[] = [
  { base: '#fbe0d0', shade: '#efc3ab', blush: '#f3a692', line: '#a8624e', lip: '#cf7a70' },
  { base: '#f7d3bb', shade: '#e8b597', blush: '#ee9c83', line: '#9b5843', lip: '#c66e62' },
  { base: '#efc3a1', shade: '#dba27d', blush: '#e58d6f', line: '#8a4c37', lip: '#bb6357' },
  { base: '#e3b08a', shade: '#cc9067', blush: '#d97f5d', line: '#78412c', lip: '#ad5a4b' },
  { base: '#d39b72', shade: '#b97c53', blush: '#c46f4c', line: '#673623', lip: '#9c5142' },
  { base: '#c0855c', shade: '#a56a43', blush: '#ad5f3e', line: '#572d1c', lip: '#8b4638' },
  { base: '#a86f49', shade: '#8d5734', blush: '#954f31', line: '#472415', lip: '#7b3d31' },
  { base: '#8d5a3a', shade: '#744628', blush: '#7c4028', line: '#371b10', lip: '#6c362c' },
  { base: '#74482e', shade: '#5d371f', blush: '#653422', line: '#28130b', lip: '#5f3028' },
  { base: '#5c3824', shade: '#482917', blush: '#512a1b', line: '#1d0d07', lip: '#532a24' },
];

export function skinOf(random: Random, { look }: PortraitTraits): Skin {
  return skins[random.int(...look.skin)]!;
}

const hairColors: Record<PortraitTraits['look']['hair'], readonly string[]> = {
  dark: ['#17120f', '#1f1815', '#2a1e18', '#33231a', '#17151a'],
  mixed: ['#1f1815', '#33231a', '#4a3122', '#5f4029', '#7a5433', '#9a6b3d', '#8a3f22'],
  fair: ['#4a3122', '#6b4a2d', '#8f6a3e', '#b98d52', '#d2ad6e', '#a4542c', '#33231a'],
};
const greys = ['#8d8b89', '#b4b1ad', '#d3d0cb', '#6f6c69'];

export function hairColorOf(random: Random, { look, age }: PortraitTraits, skin: Skin): string {
  const isGrey = random.chance(age < 42 ? 0.02 : Math.min(0.8, (age - 38) / 32));
  return isGrey ? random.pick(greys) : random.pick(hairColors[skins.indexOf(skin) > 5 ? 'dark' : look.hair]);
}

const clothes: Clothes[] = [
  { main: '#2f3e5c', dark: '#232f47', light: '#465a80' },
  { main: '#4b6a5a', dark: '#3a5346', light: '#658a77' },
  { main: '#8a3f45', dark: '#6d3036', light: '#ab5a60' },
  { main: '#3b3f45', dark: '#2b2e33', light: '#565b63' },
  { main: '#c9b79c', dark: '#ad9a7d', light: '#ddcfb8' },
  { main: '#5b7fa6', dark: '#476687', light: '#7d9dc0' },
  { main: '#b5653f', dark: '#934f30', light: '#cd8460' },
  { main: '#6a5a86', dark: '#53466b', light: '#887aa4' },
  { main: '#e6e2da', dark: '#c9c4b9', light: '#f5f2ec' },
  { main: '#2f6b73', dark: '#24535a', light: '#4b8a92' },
  { main: '#d4a63f', dark: '#b1882d', light: '#e3bf6c' },
  { main: '#7a8452', dark: '#616a3f', light: '#98a270' },
  { main: '#d08a97', dark: '#b06d7a', light: '#e0a9b3' },
  { main: '#1e2a33', dark: '#141d24', light: '#374753' },
];

export function clothesOf(random: Random): Clothes {
  return random.pick(clothes);
}

const backdrops: Backdrop[] = [
  { from: '#dfe7ee', to: '#b9c9d8' },
  { from: '#f1e4d6', to: '#dcc3a6' },
  { from: '#dfeae0', to: '#b3cdb9' },
  { from: '#efe0e2', to: '#d6b3b8' },
  { from: '#e5e1ee', to: '#c0b7d6' },
  { from: '#f4ead0', to: '#e2cd97' },
  { from: '#d9eaea', to: '#a6cccd' },
  { from: '#ececea', to: '#cbcac6' },
  { from: '#f0dcd0', to: '#dcae94' },
  { from: '#d8e2f2', to: '#a9bfe0' },
  { from: '#e9edd9', to: '#c6d0a2' },
  { from: '#cfd9d8', to: '#93a9a8' },
];

export function backdropOf(random: Random): Backdrop {
  return random.pick(backdrops);
}

/** A colour moved towards white (amount > 0) or black (amount < 0). */
export function shaded(hex: string, amount: number): string {
  const target = amount > 0 ? 255 : 0;
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(value + (target - value) * Math.abs(amount))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
