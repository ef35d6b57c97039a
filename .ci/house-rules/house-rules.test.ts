import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Files, planted } from '../testing/planted.ts';
import { checkHouse } from './check-house.ts';

const house: Files = {
  'package-lock.json':
    '{ "packages": { "node_modules/@portico/api": { "resolved": "api", "link": true }, "node_modules/a": {} } }',
  'api/talent/lists/table.ts': `
    declare module '../../platform/database/tables.ts' { interface Tables { talentLists: Row; talentListItems: Row } }
    export type Row = { id: string };`,
  'api/talent/lists/store.ts': `
    export const listLists = (db) => db.selectFrom('talentLists as l').innerJoin('talentListItems', 'a', 'b');
    export const rename = (db) => sql\`update "talentLists" set name = 'x'\`;`,
  'api/talent/lists/lists.test.ts': `db.deleteFrom('talentLists'); const now = Date.now();`,
  'api/talent/search/search.ts': `
    export const at = (ms) => new Date(ms).toISOString();
    const rows = db.selectFrom('subquery');`,
  'api/platform/clock/clock.ts': `export const systemClock = { now: () => Date.now() };`,
  'api/migrations/0001-lists.ts': `db.insertInto('talentLists');`,
  'widgets/index.ts': `export { a } from './a.ts';`,
  'widgets/talent-search/talent-search.ts': `export const text = (node) => node.textContent;`,
  'demo/world/seed.ts': `const started = Date.now();`,
  'portal/pages/lists/lists-page.ts': `rows.length === 0 ? nothingYet({ shape, title, text, next: 'itself' }) : dataList<Row>({ rows });`,
  'portal/styles/table.ts':
    'css`p { font-size: var(--text-1); color: oklch(from var(--hire-accent) l c h); border-radius: 50%; /* #fff */ }`',
};

// biome-ignore format: a line each reads as a table
const breaks: [name: string, file: string, text: string, said: RegExp][] = [
  ['another slice reads a table', 'api/talent/search/store.ts', `db.selectFrom('talentLists')`, /touches the table talentLists: only api\/talent\/lists\/store\.ts/],
  ['another slice reads a table under another name', 'api/talent/search/store.ts', `db.selectFrom(['x', 'talentLists as l'])`, /touches the table talentLists/],
  ['another slice joins a table', 'api/talent/search/store.ts', `db.selectFrom('x').leftJoin('talentListItems', 'a', 'b')`, /touches the table talentListItems/],
  ['another slice writes a table', 'api/work/contracts/store.ts', `db.insertInto('talentLists')`, /touches the table talentLists/],
  ['another slice changes a table', 'api/work/contracts/store.ts', `db.updateTable('talentLists')`, /touches the table talentLists/],
  ['another slice deletes from a table', 'api/work/contracts/store.ts', `db.deleteFrom('talentLists')`, /touches the table talentLists/],
  ['another slice asks in plain SQL', 'api/talent/search/store.ts', 'sql`select * from "talentLists"`', /touches the table talentLists/],
  ['a command of the slice itself asks past its store', 'api/talent/lists/rename-list.ts', `db.updateTable('talentLists')`, /rename-list\.ts:1 touches the table talentLists/],
  ['the seeded world writes past the commands', 'demo/world/seed.ts', `db.insertInto('talentLists')`, /demo\/world\/seed\.ts:1 touches/],
  ['a slice asks for the date', 'api/talent/lists/make-list.ts', `const at = new Date();`, /asks for the time by new Date\(\)/],
  ['a slice asks for the time', 'api/platform/jobs/run-jobs.ts', `\nconst at = Date.now();`, /run-jobs\.ts:2 asks for the time by Date\.now/],
  ['a page writes raw markup', 'portal/pages/page.ts', `node.innerHTML = text;`, /uses innerHTML/],
  ['a widget renders raw markup', 'widgets/talent-search/row.ts', `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`, /uses unsafeHTML/],
  ['a widget writes into the document', 'widgets/core/x.ts', `document.write('<p>');`, /uses document\.write/],
  ['a list says nothing when it is empty', 'portal/pages/offers/offers-page.ts', 'dataList<Offer>({ rows });', /offers-page\.ts shows a list without an empty state/],
  ['a page of rows says nothing when there are none', 'portal/pages/notes/notes-page.ts', 'html`<ul class="rows"></ul>`', /notes-page\.ts shows a list without an empty state/],
  ['a sheet has a size of its own', 'portal/styles/x.ts', 'css`p { font-size: 13px; }`', /x\.ts:1 font-size: 13px: a size of text outside the five/],
  ['a sheet has a color of its own', 'portal/styles/x.ts', 'css`p { color: #0a7; }`', /#0a7: a color outside the theme/],
  ['a sheet has a radius of its own', 'portal/styles/x.ts', 'css`p { border-radius: 6px; }`', /6px: a radius outside the tokens/],
  ['one test shuts out the others', 'api/talent/lists/x.test.ts', `test.only('a', () => {});`, /is test\.only/],
  ['a test sleeps', 'api/talent/lists/x.test.ts', `import { setTimeout } from 'node:timers/promises';`, /sleeps/],
  ['a story sleeps', 'demo/stories/x.spec.ts', `await page.waitForTimeout(500);`, /sleeps by waitForTimeout/],
  ['a file named for nothing', 'api/talent/lists/list-utils.ts', ``, /list-utils\.ts says nothing by its name/],
  ['a helper', 'widgets/core/helpers.ts', ``, /helpers\.ts says nothing/],
  ['a manager', 'portal/shell/session-manager.ts', ``, /session-manager\.ts says nothing/],
  ['a service', 'api/work/contracts/service.ts', ``, /service\.ts says nothing/],
  ['a barrel', 'api/talent/lists/index.ts', `export * from './store.ts';`, /is a barrel/],
  ['a file of thousands of lines', 'portal/pages/page.ts', 'x;\n'.repeat(401), /has 402 lines, more than 400/],
  ['a registry by name', 'README.md', `see https://${['registry', 'example', 'org'].join('.')}/x`, /README\.md:1 names a package registry/],
  ['a registry in a hidden file', '.npmrc', `a=${['npm', 'pkg', 'example', 'com'].join('.')}`, /\.npmrc:1 names a package registry/],
  ['a lock file that npm ci refuses', 'package-lock.json', `{ "packages": { "node_modules/a": { "optionalDependencies": { "@a/linux-x64-musl": "1.0.0" } } } }`, /node_modules\/@a\/linux-x64-musl is not in it/],
  ['an address in the lock file', 'package-lock.json', `{ "packages": { "node_modules/a": { "resolved": "https://somewhere.example/a.tgz" } } }`, /node_modules\/a has a resolved address/],
];

test('a house that keeps its rules is left alone', () => {
  assert.deepEqual(planted(house, checkHouse), { errors: [], warnings: [] });
});

describe('the check goes red for', () => {
  for (const [name, file, text, said] of breaks) {
    test(name, () => {
      const { errors } = planted({ ...house, [file]: text }, checkHouse);
      assert.match(errors.join('\n'), said);
    });
  }
});

test('a file over 250 lines is a warning, not yet an error', () => {
  const { errors, warnings } = planted({ ...house, 'portal/pages/page.ts': 'x;\n'.repeat(300) }, checkHouse);
  assert.deepEqual(errors, []);
  assert.match(warnings.join('\n'), /portal\/pages\/page\.ts has 301 lines/);
});

test('lists of facts may be long', () => {
  const long = {
    'api/talent/skills/taxonomy/legal.ts': 'x;\n'.repeat(900),
    'portal/strings/de.ts': 'x;\n'.repeat(900),
  };
  assert.deepEqual(planted({ ...house, ...long }, checkHouse), { errors: [], warnings: [] });
});
