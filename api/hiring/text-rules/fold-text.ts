/** Text as rules about words see it: look-alikes as the plain letter, nothing unseen, each character with its origin. */
export type FoldedText = {
  folded: string;
  /** Where the character at the same place begins in the original, and one more for its end. */
  origins: readonly number[];
};

export function foldText(text: string): FoldedText {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const plain of foldCharacter(character)) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    }
    at += character.length;
  }
  origins.push(at);
  return { folded, origins };
}

const kept = new Map<string, string>();
const keptMax = 4096;

function foldCharacter(character: string): string {
  if (character >= '!' && character <= '~') return character.toLowerCase();
  let folded = kept.get(character);
  if (folded === undefined) {
    folded = plainOf(character);
    if (kept.size < keptMax) kept.set(character, folded);
  }
  return folded;
}

const unseen = /[\p{Cf}\p{M}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0]/gu;

function plainOf(character: string): string {
  if (/\s/u.test(character)) return character === '\n' ? '\n' : ' ';
  const composed = special.get(character) ?? character.normalize('NFKD').replace(unseen, '').toLowerCase();
  return [...composed].map((one) => lookAlikes.get(one) ?? one).join('');
}

/** What NFKC makes a letter of, or leaves, and writers use as the sign. */
const special = new Map([
  ['ⓐ', '@'],
  ['Ⓐ', '@'],
  ['🄰', '@'],
  ['•', '.'],
  ['·', '.'],
  ['․', '.'],
  ['。', '.'],
  ['｡', '.'],
  ['∙', '.'],
  ['⋅', '.'],
  ['ß', 'ss'],
]);

/** Letters of other scripts that read as a Latin one (Unicode TR39), and digits of other scripts: each with its plain one. */
const lookAlikes = new Map<string, string>(
  [
    ...'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw гr кk мm тt вb нh пn'.split(' '),
    ...'αa οo ρp νv ιi κk τt υu χx εe ηn ωw βb γy'.split(' '),
    ...'ցg հh ոn սu օo յj աw'.split(' '),
    ...'ıi łl øo đd ɑa ɡg ʟl ᴀa ᴄc ᴅd ᴇe ɢg ɪi ᴍm ᴏo ᴛt'.split(' '),
    ...[0x0660, 0x06f0, 0x0966, 0x09e6].flatMap((zero) =>
      Array.from({ length: 10 }, (_, value) => `${String.fromCodePoint(zero + value)}${value}`),
    ),
  ].map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);
