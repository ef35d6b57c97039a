export type Skill = {
  id: string;
  name: string;
  aliases: string[];
  categoryId: string;
  specializationId: string;
};

export type SkillCategory = { id: string; name: string; specializations: SkillSpecialization[] };
export type SkillSpecialization = { id: string; name: string };

export const skillNameMaxLength = 50;

/** The id of a skill: readable in a URL, stable, and different for names that differ only in `#`, `+` or a leading dot. */
export function skillSlug(name: string): string {
  return spelledOut(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(' ', '-');
}

/** Two names with the same key are the same skill written differently: "React.js", "react js" and "ReactJS". */
export function skillKey(name: string): string {
  return spelledOut(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What we keep of a name somebody typed: visible characters, single spaces. */
export function normalizeSkillName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function spelledOut(name: string): string {
  return normalizeSkillName(name)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(^|\s)\.(?=\p{L})/gu, '$1dot ')
    .replace(/(?<=\p{L})#/gu, ' sharp ')
    .replaceAll('++', ' plus plus ')
    .replaceAll('+', ' plus ')
    .replaceAll('&', ' and ');
}
