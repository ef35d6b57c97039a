import uFuzzy from '@leeoniya/ufuzzy';
import type { Command } from './command.ts';

/** One letter wrong, missing, too much or changed places is still the word. */
const fuzzy = new uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraMode: 1, intraIns: 1 });
const wordsMax = 3;

/** The commands that the words mean, the best first; in any order of the words. */
export function matching(commands: readonly Command[], words: string): readonly Command[] {
  const texts = uFuzzy.latinize(commands.map(({ title, note }) => (note ? `${title} ${note}` : title)));
  const [found, info, order] = fuzzy.search(texts, uFuzzy.latinize(words), wordsMax);
  if (!found) return [];
  const ranked = info && order ? order.map((at) => info.idx[at]!) : found;
  return ranked.map((at) => commands[at]!);
}
