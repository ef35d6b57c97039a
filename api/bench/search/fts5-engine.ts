import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'sqlite3';
import type { Engine } from './engine.ts';
import type { MadeProfile } from './made-profiles.ts';
import type { SearchTask, TaskAnswer } from './search-tasks.ts';
import { allOf, answerFacets, facetSql, filterSql, profileIndexes, profileTables } from './sql-facets.ts';

/** SQLite's own full-text index, best practice: prefix indexes, bm25 with the field weights, facets over one temporary table of hits. */
export class Fts5Engine implements Engine {
  readonly name = 'SQLite FTS5';
  readonly lacks = 'no typos';
  #folder = '';
  #database!: sqlite.Database;

  async load(profiles: Iterable<MadeProfile>): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    this.#database = new sqlite.Database(join(this.#folder, 'bench.sqlite'));
    await this.#execute(`pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -262144; pragma temp_store = memory; ${profileTables};
      create virtual table text using fts5(name, headline, skills, overview, portfolio, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'")`);
    await this.#execute('begin');
    let number = 0;
    for (const profile of profiles) {
      number++;
      const { id, category, country, badge, availability, rateMinor, jobSuccess, isVerified, isPrivate, quality } =
        profile;
      const { name, headline, skills, overview, portfolio } = profile;
      const row = [
        number,
        id,
        category,
        country,
        badge,
        availability,
        rateMinor,
        jobSuccess,
        Number(isVerified),
        Number(isPrivate),
        quality,
      ];
      this.#database.run(`insert into profile values (${row.map(() => '?').join()})`, row);
      this.#database.run(
        'insert into text(rowid, name, headline, skills, overview, portfolio) values (?, ?, ?, ?, ?, ?)',
        [number, name, headline, skills.join(', '), overview, portfolio],
      );
      const pairs = (values: readonly string[]) => values.map((value) => `(${number}, '${value}')`).join();
      this.#database.run(`insert into "profileSkill" values ${pairs(skills)}`);
      // Waiting for one statement in ten thousand bounds the queue.
      if (number % 2500 === 0) await this.#execute(`insert into "profileLanguage" values ${pairs(profile.languages)}`);
      else this.#database.run(`insert into "profileLanguage" values ${pairs(profile.languages)}`);
    }
    await this.#execute(`commit; ${profileIndexes}; insert into text(text) values ('optimize'); analyze`);
  }

  async search({ text, filters }: SearchTask): Promise<TaskAnswer> {
    const match = matchOf(text);
    await this.#execute('drop table if exists temp.hit');
    const ranked = match ? `join text on text.rowid = profile.number and text match '${match}'` : '';
    const rank = match ? '-bm25(text, 5, 4, 3, 1, 0.8)' : '0';
    await this.#execute(
      `create temp table hit as select profile.*, ${rank} as score from profile ${ranked} where private = 0`,
    );
    const best = `select id from hit where ${allOf(filterSql(filters))} order by score + 3 * quality desc limit 20`;
    const top = await this.#all<{ id: string }>(best);
    const rows = await this.#all<{ facet: string; value: string; count: number }>(facetSql(filters));
    return { ids: top.map(({ id }) => id), ...answerFacets(rows) };
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#database.close(resolve));
    await rm(this.#folder, { recursive: true, force: true });
  }

  #execute(statements: string): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#database.exec(statements, (error) => (error ? reject(error) : resolve())),
    );
  }

  #all<T>(statement: string): Promise<T[]> {
    return new Promise((resolve, reject) => {
      this.#database.all<T>(statement, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }
}

function matchOf(text: string): string {
  const words = text
    .trim()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);
  return words.map((word, at) => `"${word}"${at === words.length - 1 && !text.endsWith(' ') ? '*' : ''}`).join(' AND ');
}
