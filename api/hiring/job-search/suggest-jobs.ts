import { skillKey } from '../../talent/skills/skill.ts';
import { findSkillBySpelling } from '../../talent/skills/taxonomy.ts';
import type { JobAsker } from './asker.ts';
import { visibleTo } from './conditions.ts';
import { readSeenPosts } from './present-hits.ts';
import type { JobSuggestions } from './schema.ts';
import { type JobSearchDeps, requireShortText, searchContext } from './search-jobs.ts';

const skillsMax = 8;
const queriesMax = 5;

/** Skills that visible posts ask for and that begin like the text, the most frequent first; then what posts are called. */
export async function suggestJobs(deps: JobSearchDeps, asker: JobAsker, text: string): Promise<JobSuggestions> {
  requireShortText(text);
  await searchContext(deps, asker);
  if (text.trim() === '') return { skills: [], queries: [] };
  const { index } = deps.jobSearch;
  const scope = visibleTo(asker);
  const begun = index.engine.suggestValues('skill', { text, scope, limit: skillsMax }).map(({ text: id }) => id);
  const meant = findSkillBySpelling(text)?.id;
  const ids = meant === undefined ? begun : [meant, ...begun.filter((id) => id !== meant)].slice(0, skillsMax);

  const { hits } = index.engine.search({ text, scope, limit: 20 });
  const titled = hits.filter(({ why }) => why.fields.includes('title')).map(({ id }) => id);
  const posts = await readSeenPosts(deps.database.db, asker, titled);
  const queries = new Map<string, string>();
  for (const id of titled) {
    const title = posts.get(id)?.title;
    if (title && !queries.has(skillKey(title))) queries.set(skillKey(title), title);
  }
  return {
    skills: ids.map((id) => ({ id, name: index.skillName(id) })),
    queries: [...queries.values()].slice(0, queriesMax),
  };
}
