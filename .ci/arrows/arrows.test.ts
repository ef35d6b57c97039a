import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Files, planted } from '../testing/planted.ts';
import { checkArrows } from './check-arrows.ts';

/** A house with every arrow that is allowed. */
const house: Files = {
  'package.json': '{ "devDependencies": { "fast-check": "1" } }',
  'themes/package.json': '{ "dependencies": { "culori": "1" } }',
  'themes/tokens.ts': `import 'culori'; export const tokens = [];`,
  'widgets/package.json':
    '{ "dependencies": { "lit": "1" }, "exports": { ".": "./index.ts", "./define/*": "./define/*.ts", "./*": "./*" } }',
  'widgets/index.ts': `export { createEmbed } from './core/embed.ts';`,
  'widgets/core/embed.ts': `
    import { LitElement } from 'lit';
    import type { Found } from '@portico/api/talent/search/schema.ts';
    import { milestoneCan } from '@portico/api/work/milestones/milestone.ts';
    import { tokens } from '@portico/themes/tokens.ts';
    import { daysToRelease } from '@portico/api/work/milestones/periods.ts';
    export const days = daysToRelease;
    export const createEmbed = (found: Found) => [LitElement, found, milestoneCan, tokens];`,
  'widgets/testing/mount.ts': `import 'fast-check'; import '../core/embed.ts';`,
  'widgets/define/embed.ts': `import '../core/embed.ts';`,
  'portal/package.json': '{ "dependencies": { "lit": "1" } }',
  'portal/app.ts': `
    import '@portico/widgets/define/embed';
    import { createEmbed } from '@portico/widgets';
    import { add } from '@portico/api/money/money.ts';
    export const app = [createEmbed, add];`,
  'demo/package.json': '{ "dependencies": {} }',
  'demo/start.ts': `
    import { createApp } from '@portico/api/app.ts';
    export const port = process.env.PORT; createApp();`,
  'api/package.json': '{ "dependencies": { "zod": "1", "kysely": "1" } }',
  'api/app.ts': `import { routes } from './work/milestones/routes.ts'; export const createApp = () => routes;`,
  'api/env.ts': `export const settings = process.env;`,
  'api/testing/app.ts': `import { createApp } from '../app.ts'; export const app = createApp();`,
  'api/money/money.ts': `export const add = () => 0;`,
  'api/platform/http/problem.ts': `export const notFound = () => {};`,
  'api/platform/tenants/store.ts': `import 'kysely'; export const findTenant = () => {};`,
  'api/talent/search/schema.ts': `import 'zod'; export type Found = string;`,
  'api/work/contracts/store.ts': `import 'kysely'; export const findContract = () => {};`,
  'api/work/contracts/table.ts': `export type ContractRow = { id: string };`,
  'api/work/contracts/routes.ts': `import { endContract } from './end-contract.ts'; export const routes = [endContract];`,
  'api/work/contracts/end-contract.ts': `import { findContract } from './store.ts'; export const endContract = findContract;`,
  'api/work/milestones/milestone.ts': `
    import { add } from '../../money/money.ts';
    import { daysToRelease } from './periods.ts';
    export const milestoneCan = { add, daysToRelease };`,
  'api/work/milestones/periods.ts': `export const daysToRelease = 14;`,
  'api/work/milestones/schema.ts': `import 'zod'; import { daysToRelease } from './periods.ts'; export const shape = daysToRelease;`,
  'api/work/milestones/table.ts': `export type MilestoneRow = { id: string };`,
  'api/work/milestones/store.ts': `
    import 'kysely';
    import type { MilestoneRow } from './table.ts';
    export const find = (): MilestoneRow => ({ id: 'ms_1' });`,
  'api/work/milestones/release-milestone.ts': `
    import { findFreelancer } from '../../talent/freelancers/find-freelancer.ts';
    import { endContract } from '../contracts/end-contract.ts';
    import { find } from './store.ts';
    export const release = [find, endContract, findFreelancer];`,
  'api/work/milestones/routes.ts': `
    import { notFound } from '../../platform/http/problem.ts';
    import { release } from './release-milestone.ts';
    import { shape } from './schema.ts';
    import { find } from './store.ts';
    export const routes = [find, notFound, release, shape];`,
  'api/work/milestones/milestone.test.ts': `
    import 'fast-check';
    import { createApp } from '../../app.ts';
    import { app } from '../../testing/app.ts';
    createApp(); app;`,
  'api/talent/freelancers/find-freelancer.ts': `import { findRow } from './store.ts'; export const findFreelancer = findRow;`,
  'api/talent/freelancers/store.ts': `import 'kysely'; export const findRow = () => {};`,
  'api/hiring/offers/offer.ts': `export const offerCan = {};`,
  'api/trust/reviews/review.ts': `export const reviewCan = {};`,
  'api/insight/reports/report.ts': `export const reports = [];`,
  'api/procurement/budgets/budget.ts': `export const budgetCan = {};`,
  'api/collaboration/rooms/room.ts': `export const roomCan = {};`,
};

/** What is added to a file of the house, and what the check must say of it. */
// biome-ignore format: a line each reads as a table
const violations: [name: string, file: string, added: string, said: RegExp][] = [
  ['themes know no widgets', 'themes/tokens.ts', `import '@portico/widgets/core/embed.ts';`, /themes must not import widgets/],
  ['widgets know no portal', 'widgets/core/embed.ts', `import '@portico/portal/app.ts';`, /widgets must not import portal/],
  ['the portal knows no demo', 'portal/app.ts', `import '@portico/demo/start.ts';`, /portal must not import demo/],
  ['the API knows no widgets', 'api/app.ts', `import '@portico/widgets';`, /api must not import widgets/],
  ['the API knows no portal', 'api/work/milestones/routes.ts', `import '@portico/portal/app.ts';`, /api must not import portal/],
  ['the API knows no demo, not even its types', 'api/app.ts', `import type { port } from '../demo/start.ts';`, /api must not import demo/],
  ['nobody imports the checks', 'demo/start.ts', `import '../.ci/other.ts';`, /demo must not import the root/],
  ['a browser loads no schema', 'widgets/core/embed.ts', `import { a } from '@portico/api/talent/search/schema.ts';`, /only types from a schema/],
  ['a browser loads no schema by the way either', 'widgets/core/embed.ts', `import { type Found as F, b } from '@portico/api/talent/search/schema.ts';`, /only types from a schema/],
  ['a browser loads no store', 'portal/app.ts', `import '@portico/api/work/milestones/store.ts';`, /a browser may load nouns/],
  ['a browser takes no types of a store', 'portal/app.ts', `import type { find } from '@portico/api/work/milestones/store.ts';`, /a browser may load nouns/],
  ['a browser loads no route, not even later', 'portal/app.ts', `void import('@portico/api/work/milestones/routes.ts');`, /a browser may load nouns/],
  ['a browser loads no command', 'widgets/core/embed.ts', `import { endContract } from '@portico/api/work/contracts/end-contract.ts';`, /a browser may load nouns/],
  ['a noun that browsers load is pure', 'api/work/milestones/periods.ts', `import 'zod';`, /milestone\.ts is loaded by browsers, so it may import nouns only, not .*periods\.ts/],
  ['a noun that browsers load reaches nothing of Node', 'api/work/milestones/milestone.ts', `import 'node:fs';`, /loaded by browsers, so it must not import node:fs/],
  ['widgets load named packages only', 'widgets/core/embed.ts', `import 'zod';`, /imports zod, which widgets\/package\.json does not name/],
  ['widgets load nothing of Node', 'widgets/core/embed.ts', `import 'node:path';`, /a browser has no such module/],
  ['packages for tests stay in tests', 'api/work/milestones/store.ts', `import 'fast-check';`, /imports fast-check, which api\/package\.json does not name/],
  ['a table knows no store', 'api/work/milestones/table.ts', `import { find } from './store.ts';`, /table → store/],
  ['a store knows no command', 'api/work/contracts/store.ts', `import { endContract } from './end-contract.ts';`, /store → command/],
  ['a store knows no routes', 'api/work/contracts/store.ts', `import { routes } from './routes.ts';`, /store → routes/],
  ['a command knows no routes', 'api/work/milestones/release-milestone.ts', `import { routes } from './routes.ts';`, /command → routes/],
  ['a schema knows no store', 'api/work/milestones/schema.ts', `import { find } from './store.ts';`, /schema → store/],
  ['a noun knows no schema', 'api/work/milestones/milestone.ts', `import type { shape } from './schema.ts';`, /noun → schema/],
  ['another slice’s store is closed', 'api/work/milestones/release-milestone.ts', `import { findContract } from '../contracts/store.ts';`, /another slice's store/],
  ['another slice’s table is closed, types too', 'api/work/milestones/store.ts', `import type { ContractRow } from '../contracts/table.ts';`, /another slice's table/],
  ['another slice’s routes are closed', 'api/work/milestones/routes.ts', `import { routes as r } from '../contracts/routes.ts';`, /another slice's routes/],
  ['the platform’s stores are closed too', 'api/work/milestones/routes.ts', `import { findTenant } from '../../platform/tenants/store.ts';`, /another slice's store/],
  ['a test may not look into another slice’s store', 'api/work/milestones/milestone.test.ts', `import { findContract } from '../contracts/store.ts';`, /another slice's store/],
  ['a store calls no command of another slice', 'api/work/milestones/store.ts', `import { endContract } from '../contracts/end-contract.ts';`, /a store must not import another slice's command/],
  ['the platform climbs to no wing', 'api/platform/http/problem.ts', `import '../../money/money.ts';`, /platform must not import money/],
  ['money does not climb to talent', 'api/money/money.ts', `import type { Found } from '../talent/search/schema.ts';`, /money must not import talent/],
  ['talent does not climb to work', 'api/talent/search/schema.ts', `import '../../work/milestones/milestone.ts';`, /talent must not import work/],
  ['talent and procurement do not know each other', 'api/talent/search/schema.ts', `import '../../procurement/budgets/budget.ts';`, /talent must not import procurement/],
  ['procurement does not climb to work', 'api/procurement/budgets/budget.ts', `import '../../work/milestones/milestone.ts';`, /procurement must not import work/],
  ['work does not climb to hiring', 'api/work/milestones/release-milestone.ts', `import '../../hiring/offers/offer.ts';`, /work must not import hiring/],
  ['hiring does not climb to trust', 'api/hiring/offers/offer.ts', `import '../../trust/reviews/review.ts';`, /hiring must not import trust/],
  ['trust does not climb to insight', 'api/trust/reviews/review.ts', `import '../../insight/reports/report.ts';`, /trust must not import insight/],
  ['collaboration stands on the platform alone', 'api/collaboration/rooms/room.ts', `import '../../work/milestones/milestone.ts';`, /collaboration must not import work/],
  ['nobody stands on collaboration', 'api/work/milestones/milestone.ts', `import '../../collaboration/rooms/room.ts';`, /work must not import collaboration/],
  ['a slice does not know the assembly', 'api/work/milestones/routes.ts', `import type { createApp } from '../../app.ts';`, /must not import what assembles it/],
  ['a test knows the app, but not the server’s settings', 'api/work/milestones/milestone.test.ts', `import '../../env.ts';`, /must not import what assembles it/],
  ['what runs does not know the tests’ app', 'api/app.ts', `import './testing/app.ts';`, /api\/testing is for tests/],
  ['nor does a widget know its tests', 'widgets/core/embed.ts', `import '../testing/mount.ts';`, /widgets\/testing is for tests/],
  ['two files do not know each other', 'api/work/milestones/periods.ts', `import type { milestoneCan } from './milestone.ts';`, /circle: /],
  ['a slice does not read the environment', 'api/work/milestones/routes.ts', `export const a = process.env.SECRET;`, /routes\.ts:\d+ reads process\.env/],
  ['nor by taking it apart', 'api/app.ts', `const { env } = process; export const b = env.SECRET;`, /app\.ts:\d+ reads process\.env/],
  ['nor by importing it', 'api/app.ts', `import { env } from 'node:process'; export const b = env.SECRET;`, /app\.ts:\d+ reads process\.env/],
  ['nor does a widget', 'widgets/core/embed.ts', `export const c = process['env'].SECRET;`, /embed\.ts:\d+ reads process\.env/],
  ['an import that leads nowhere cannot be checked', 'portal/app.ts', `import './gone.ts';`, /gone\.ts, which is not there/],
];

test('a house that keeps to its plan is left alone', () => {
  assert.deepEqual(planted(house, checkArrows), []);
});

describe('an arrow against the plan is refused:', () => {
  for (const [name, file, added, said] of violations) {
    test(name, () => {
      const other: Files = { '.ci/other.ts': 'export {};' };
      const found = planted({ ...house, ...other, [file]: `${house[file]}\n${added}` }, checkArrows);
      assert.match(found.join('\n'), said);
    });
  }
});
