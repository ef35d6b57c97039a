import { readSettings, SettingsRefused } from '../env.ts';
import { migrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { DatabaseTooNew, migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/http/problem.ts';
import { type ImportedJobSkills, importJobSkills } from '../talent/skills/import-job-skills.ts';
import { readJobPosts, UnreadableJobPosts } from '../talent/skills/job-posts-csv.ts';
import type { OddRow } from '../talent/skills/odd-row.ts';
import { importJobPosts, jobPostsUsage } from './import-job-posts.ts';

/** `npm run import -- job-skills <file.csv>`, or job-posts with a tenant and an owner: see import-job-posts.ts */
class ImportRefused extends Error {}

const [what, path, ...rest] = process.argv.slice(2);

try {
  if (what === 'job-posts' && path !== undefined) await importJobPosts(path, rest);
  else if (what === 'job-skills' && path !== undefined && rest.length === 0) await importSkills(path);
  else throw new ImportRefused(`Use: npm run import -- job-skills <file.csv>\n  or: ${jobPostsUsage}`);
} catch (error) {
  const isForPeople = [ImportRefused, Refusal, UnreadableJobPosts, SettingsRefused, DatabaseTooNew].some(
    (kind) => error instanceof kind,
  );
  if (!isForPeople) throw error;
  const { message } = error as Error;
  console.error(/Nothing was (imported|written)|^Use:/.test(message) ? message : `${message} Nothing was written.`);
  process.exitCode = 1;
}

async function importSkills(path: string): Promise<void> {
  // Read to the end before the database is even opened: a file that breaks off must leave no trace.
  for await (const _ of readJobPosts(path));
  const { databaseAddress } = await readSettings(process.env);
  const database = await openDatabase(databaseAddress);
  try {
    await migrate(database, migrations);
    printTotals(
      await importJobSkills(database, readJobPosts(path), { nowMs: systemClock.now(), onOddRow: printOddRow }),
    );
  } finally {
    await database.close();
  }
}

function printOddRow({ line, title, oddities }: OddRow): void {
  const shown = title.length > 60 ? `${title.slice(0, 59)}…` : title;
  for (const { kind, found, done } of oddities) console.log(`line ${line}\t${kind}\t${found} → ${done}\t${shown}`);
}

function printTotals({ learned, changes }: ImportedJobSkills): void {
  const { rows, names, outcomes, mentions, popularity, pairs, suggestions } = learned;
  const aliases = suggestions.filter(({ kind }) => kind === 'alias');
  console.log(`
${rows} rows = ${outcomes.learned} learned + ${outcomes.duplicate} doubled + ${outcomes.repost} put up again + ${outcomes.withoutSkills} without skills + ${outcomes.unreadable} unreadable
${names} names = ${mentions.known} known + ${mentions.alias} new spellings + ${mentions.skill} new skills + ${mentions.tooRare} too rare to suggest + ${mentions.notASkill} no skills + ${mentions.repeated} said twice + ${mentions.hiddenMarker} "+n" marks
${popularity.length} skills asked for, ${pairs.length} directed pairs
${suggestions.length} suggestions: ${aliases.length} spellings, ${suggestions.length - aliases.length} skills
${changeSentence(changes)}`);
}

function changeSentence({ counts, pairs, suggestions }: ImportedJobSkills['changes']): string {
  if (counts + pairs + suggestions === 0) return 'These posts were learned before: nothing was changed.';
  return `Written: ${counts} counts, ${pairs} pairs, ${suggestions} suggestions. Decide on them at /v1/operator/skill-suggestions.`;
}
