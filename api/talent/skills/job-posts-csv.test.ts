import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { JobPostRow } from './job-post-row.ts';
import { readJobPosts, UnreadableJobPosts } from './job-posts-csv.ts';
import { SkillLearner } from './learn-skills.ts';
import { skills } from './taxonomy.ts';

const header = 'Job Title,Hourly/Fixed,Budget,Level,Skills\r\n';
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'job-posts-'));
});
after(() => rm(folder, { recursive: true }));

async function rowsOf(content: string | Uint8Array): Promise<JobPostRow[]> {
  const path = join(folder, 'posts.csv');
  await writeFile(path, content);
  return Array.fromAsync(readJobPosts(path));
}

test('cells with line breaks, quotes and commas are read whole, and each row knows the line it begins on', async () => {
  const rows = await rowsOf(
    `${header}First,Fixed price,"Est. budget:\n$18.00",Expert,"PHP, CSS"\r\n"Say ""hi"", please",Hourly,N/A,Expert,React\r\nThird "odd" one,Hourly,N/A,Expert,\r\n`,
  );
  assert.deepEqual(
    rows.map(({ line, title, budget, skills }) => [line, title, budget, skills]),
    [
      [2, 'First', 'Est. budget:\n$18.00', 'PHP, CSS'],
      [4, 'Say "hi", please', 'N/A', 'React'],
      [5, 'Third "odd" one', 'N/A', ''],
    ],
  );
});

test('a byte order mark, plain line feeds and a missing last line break do not matter', async () => {
  const rows = await rowsOf(`\ufeff${header.replace('\r', '')}Größe,Hourly,N/A,Expert,React`);
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['Größe'],
  );
});

test('a row with too few or too many cells is handed on with its number of cells', async () => {
  const rows = await rowsOf(`${header}Short,Hourly\r\nLong,Hourly,N/A,Expert,React,more\r\n`);
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [2, 6],
  );
});

test('a file that cannot be read is refused in one sentence that says what to do', async () => {
  const refused: [string | Uint8Array, RegExp][] = [
    ['', /is empty; give a CSV file with the columns/],
    ['a,b\r\n1,2\r\n', /has the columns "a, b"; name its columns Job Title/],
    [Buffer.from(`\ufeff${header}`, 'utf16le'), /not plain text; export it as/],
    [Buffer.from(`${header}Caf\u00e9,Hourly,N/A,Expert,React\r\n`, 'latin1'), /not UTF-8; save it as "CSV UTF-8"/],
    [`${header}"never closed,Hourly,N/A,Expert,React\r\n`, /not well-formed CSV .*; correct that row/],
    [`${header}"${'x'.repeat(2_000_000)}`, /not well-formed CSV/],
  ];
  for (const [content, sentence] of refused) {
    await assert.rejects(rowsOf(content), (error: Error) => {
      assert.ok(error instanceof UnreadableJobPosts, String(error));
      assert.match(error.message, sentence);
      return true;
    });
  }
  await assert.rejects(Array.fromAsync(readJobPosts(folder)), /is a folder; give the path of a CSV file/);
  await assert.rejects(Array.fromAsync(readJobPosts(join(folder, 'none.csv'))), /does not exist; check the path/);
});

test('a letter cut in two at the end of the file is refused as not UTF-8', async () => {
  const whole = Buffer.from(`${header}Caf\u00e9`);
  await assert.rejects(rowsOf(whole.subarray(0, -1)), /not UTF-8/);
});

const realFile = new URL('../../../../shared/data/job-posts.csv', import.meta.url).pathname;

test('the real posts: totals add up and every row that taught nothing is reported', {
  skip: !existsSync(realFile),
}, async () => {
  const learner = new SkillLearner(skills);
  let reported = 0;
  for await (const row of readJobPosts(realFile)) if (learner.read(row)?.outcome !== undefined) reported++;
  const { rows, outcomes, suggestions } = learner.learned();
  assert.equal(rows, 9300);
  assert.equal(
    outcomes.learned + outcomes.duplicate + outcomes.repost + outcomes.withoutSkills + outcomes.unreadable,
    rows,
  );
  assert.ok(reported >= rows - outcomes.learned);
  assert.equal(outcomes.duplicate, 4308);
  assert.ok(suggestions.some(({ kind, skillIds }) => kind === 'alias' && skillIds.includes('node-js')));
  assert.ok(!suggestions.some(({ name }) => name.includes('Employees')));
});
