import type { SkillRef } from '../freelancers/schema.ts';
import { skillKey } from '../skills/skill.ts';
import { findSkillBySpelling } from '../skills/taxonomy.ts';
import type { Asker } from './asker.ts';
import { scopeOf } from './engine-query.ts';
import type { TalentSuggestions } from './schema.ts';
import { requireShortText, type SearchDeps, searchContext } from './search-talent.ts';

const skillsMax = 8;
const queriesMax = 5;

/** Skills that visible people have and that begin like the text, the most frequent first; then what fitting people call themselves. */
export async function suggestTalent(deps: SearchDeps, asker: Asker, text: string): Promise<TalentSuggestions> {
  requireShortText(text);
  const { index } = deps.talentSearch;
  const scope = [scopeOf(searchContext(deps, asker))];
  if (text.trim() === '') return { skills: [], queries: [] };
  const begun = index.engine.suggestValues('skill', { text, scope, limit: skillsMax }).map(({ text: id }) => id);
  const meant = findSkillBySpelling(text);
  const ids = meant ? [meant.id, ...begun.filter((id) => id !== meant.id)].slice(0, skillsMax) : begun;
  const skills: SkillRef[] = ids.map((id) => ({ id, name: index.skillName(id) }));

  const { hits } = index.engine.search({ text, scope, limit: 20 });
  const found = await deps.readFound(hits.filter(({ why }) => why.fields.includes('headline')).map(({ id }) => id));
  const queries = new Map<string, string>();
  for (const { headline, visibility } of found.values()) {
    if (visibility !== 'private' && headline !== '') queries.set(skillKey(headline), headline);
  }
  return { skills, queries: [...queries.values()].slice(0, queriesMax) };
}
