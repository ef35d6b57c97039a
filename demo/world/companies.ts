import type { Random } from './random.ts';

/** An invented company with a name that fits its trade. */
export function companyName(random: Random, specialization: string): string {
  const stem = `${random.pick(beginnings)}${random.pick(endings)}`;
  const trade = trades.find(([pattern]) => pattern.test(specialization))?.[1] ?? general;
  return random.chance(0.25) ? stem : `${stem} ${random.pick(random.chance(0.6) ? trade : general)}`;
}

const beginnings =
  'Alder Amber Arden Ash Bel Birch Bram Bright Brook Cald Cedar Clar Cor Crest Dale Dun East Elm Ever Fal Fen Fern Glen Gold Hald Harb Haven Hazel Hol Iron Isle Jun Kel Kest Lark Lin Lor Mar Mead Mill Nor Oak Orm Pell Pine Quill Raven Red Rook Rowan Sal Sil South Stan Tal Tam Thorn Tide Under Vale Ver West Whit Wil Win Wren Yar Zel'.split(
    ' ',
  );
const endings =
  'bourne bridge brook bury by combe crest dale den dor eth fell field ford gate grove ham haven hurst ley lin lock low mark mere mont moor more ness ora ridge rill side stead stone strand ton vale vane wald way well wick wood worth'.split(
    ' ',
  );
const general = ['Group', 'Partners', '& Co', 'International', 'Collective', 'Services', 'Associates', 'Works'];
const trades: [RegExp, string[]][] = [
  [/design|illustration|brand|photo|video|motion|audio|voice/u, ['Studio', 'Creative', 'Pictures', 'Media', 'Design']],
  [/law|legal|property/u, ['Legal', 'Counsel', 'Chambers', 'LLP']],
  [/account|financ|tax|trading/u, ['Capital', 'Finance', 'Advisory', 'Accounting']],
  [/engineering|architecture|science/u, ['Engineering', 'Industries', 'Architects', 'Technics', 'Energy']],
  [/writing|translation|localization|editing/u, ['Press', 'Publishing', 'Language', 'Editorial']],
  [
    /development|software|cloud|devops|data|learning|security|test|database|intelligence/u,
    ['Software', 'Labs', 'Systems', 'Technologies', 'Digital', 'Data'],
  ],
  [/marketing|search|advertising|social|sales|lead/u, ['Marketing', 'Agency', 'Growth', 'Commerce']],
];
