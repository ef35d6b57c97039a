/** `talent-search` → `TalentSearch` */
export const pascal = (noun: string): string =>
  noun.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());

/** `talent-search` → `Talent search` */
export const title = (noun: string): string => {
  const words = noun.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
};
