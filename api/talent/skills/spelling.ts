import { normalizeSkillName, type Skill, skillKey } from './skill.ts';

export type SpellingIndex = ReadonlyMap<string, Skill>;
export type SpellingGuess = { skill: Skill; reason: 'version' | 'wording' | 'vendor' | 'plural' | 'typo' };

// A name outranks an alias: no alias may take a key that another skill has as its own name.
export function spellingIndex(skills: Iterable<Skill>): SpellingIndex {
  const all = [...skills];
  const byKey = new Map(all.map((skill) => [skillKey(skill.name), skill]));
  for (const skill of all) {
    for (const alias of skill.aliases) {
      const key = skillKey(alias);
      if (!byKey.has(key)) byKey.set(key, skill);
    }
  }
  return byKey;
}

/** The known skill that an unknown name most likely means. A guess for a person to confirm, never a silent merge. */
export function guessSkill(name: string, index: SpellingIndex): SpellingGuess | undefined {
  for (const { text, reason } of rewordings(normalizeSkillName(name))) {
    const skill = index.get(skillKey(text));
    if (skill) return { skill, reason };
  }
  const skill = oneEditAway(skillKey(name), index);
  return skill && { skill, reason: 'typo' };
}

const trailingVersion = /\s+v?\d+(?:\.\d+)*\+?$/iu;
const trailingTrade =
  /\s+(?:development|developer|programming|programmer|framework|administration|consultation|expert|specialist|software|sdk|platform)$/iu;
const leadingVendor = /^(?:adobe|amazon|apache|apple|autodesk|aws|azure|google|ibm|intuit|microsoft|ms|oracle)\s+/iu;
const vendors = ['Adobe', 'Amazon', 'Apache', 'Autodesk', 'AWS', 'Google', 'Microsoft'];

function* rewordings(name: string): Generator<{ text: string; reason: SpellingGuess['reason'] }> {
  const versionless = name.replace(trailingVersion, '');
  if (versionless !== name) yield { text: versionless, reason: 'version' };
  const tradeless = name.replace(trailingTrade, '').replace(trailingVersion, '');
  if (tradeless !== versionless) yield { text: tradeless, reason: 'wording' };
  const vendorless = name.replace(leadingVendor, '');
  if (vendorless !== name) yield { text: vendorless, reason: 'vendor' };
  for (const vendor of vendors) yield { text: `${vendor} ${name}`, reason: 'vendor' };
  yield { text: name.endsWith('s') ? name.slice(0, -1) : `${name}s`, reason: 'plural' };
}

const shortestKeyWithTypo = 7;

function oneEditAway(key: string, index: SpellingIndex): Skill | undefined {
  if (key.length < shortestKeyWithTypo) return undefined;
  for (const edited of editsOf(key)) {
    const skill = index.get(edited);
    if (skill) return skill;
  }
  return undefined;
}

// Digits are left alone: "MetaTrader 4" and "MetaTrader 5" are two products, not a slip of the finger.
function* editsOf(key: string): Generator<string> {
  for (let at = 0; at < key.length; at++) {
    const [before, letter, after] = [key.slice(0, at), key[at] ?? '', key.slice(at + 1)];
    if (/\d/.test(letter)) continue;
    if (at > 0) yield before + after;
    if (after[0] && !/\d/.test(after[0])) yield before + after[0] + letter + after.slice(1);
    for (const other of alphabet) {
      if (at > 0) yield before + other + after;
      yield before + other + letter + after;
    }
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
