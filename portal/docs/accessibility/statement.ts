import type { Counted, CountedOn, EngineRun, Line, PortalRun, Runs, WidgetsRun } from './shape.ts';

export type Table = { head: string[]; rows: (string | number)[][] };
export type Section = { id: string; heading: string; paragraphs: string[]; list?: string[]; table?: Table };

/**
 * The statement as paragraphs, lists and tables, from what runs have written down: a page and a text say the same.
 * It names neither maker nor company, because each company shows it as its own.
 */
export function statementSections({ widgets, portal, engines }: Runs): Section[] {
  return [
    {
      id: 'tested',
      heading: 'What was tested, and when',
      paragraphs: [
        'Every figure here was written down by a test run, and none by hand. Tests that run with each change fail when a widget no longer is what is said here, or this text no longer what the runs wrote down.',
      ],
      table: {
        head: ['What', 'Day', 'Browser', 'Result'],
        rows: [widgetsRow(widgets), ...engines.engines.flatMap(engineRows), ...portalRows(portal)],
      },
    },
    { id: 'not-tested', heading: 'What was not tested', paragraphs: [], list: notTested(portal, engines.engines) },
    exceptions(widgets, portal, engines.engines),
    {
      id: 'criteria',
      heading: 'Criteria of WCAG 2.2, A and AA',
      paragraphs: ['“Not tested by machine” is neither yes nor no: no run can decide it, and nobody has yet.'],
      table: {
        head: ['Criterion', 'Level', 'Widgets', 'Pages', 'How it is known'],
        rows: widgets.criteria.map((line) =>
          criterionRow(
            line,
            portal.criteria.find(({ id }) => id === line.id),
          ),
        ),
      },
    },
    {
      id: 'widgets',
      heading: 'Widgets',
      paragraphs: ['A view is a widget in one of its states, in a theme, a scheme, a language and a width.'],
      table: {
        head: ['Widget', 'Views', 'Languages', 'Violations', 'For a person to judge'],
        rows: widgets.widgets.map(({ widget, views, languages, violations, toReview }) => [
          ...[widget, views, languages.join(', '), violations],
          toReview.join(', ') || 'nothing',
        ]),
      },
    },
    {
      id: 'pages',
      heading: 'Pages',
      paragraphs: [`Each page in ${and(portal.schemes)} is a view; their language was ${and(portal.languages)}.`],
      table: {
        head: ['Area', 'Pages', 'Views', 'Violations', 'For a person to judge'],
        rows: portal.areas.map(({ area, pages, views, violations, toReview }) => [
          ...[area, pages, views, violations.length],
          toReview.join(', ') || 'nothing',
        ]),
      },
    },
    {
      id: 'browsers',
      heading: 'What a browser lacks',
      paragraphs: ['Of what is used here, and what happens instead. Each was asked of the browser itself.'],
      table: {
        head: ['Feature', 'Missing in', 'What happens there', 'Tested by'],
        rows: engines.features
          .map(({ name, fallback, tests }) => ({ name, fallback, tests, lacking: lacking(engines.engines, name) }))
          .filter(({ lacking }) => lacking.length > 0)
          .map(({ name, fallback, tests, lacking }) => [name, lacking.join(', '), fallback ?? '', tests.join('; ')]),
      },
    },
  ];
}

/** The sentence that stands first. */
export const statementLead = ({ widgets, portal }: Runs): string =>
  `Widgets ${widgets.version} and the pages around them are held to ${widgets.standard}. ` +
  (brokenLines(widgets.criteria).length + brokenLines(portal.criteria).length === 0
    ? 'Of the criteria that a machine can decide, no run found one that is not met; what no machine decides is said to be so.'
    : 'Runs have found criteria that are not met; they are named as exceptions below.');

export const lacking = (engines: readonly EngineRun[], feature: string): string[] =>
  engines.filter(({ lacks }) => lacks.includes(feature)).map(({ name }) => name);

const and = (words: readonly string[]): string => words.join(' and ');
const counted = ({ passed, failed, skipped }: Counted): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
const brokenLines = (lines: readonly Line[]) => lines.filter(({ result }) => result === 'not met');

function widgetsRow({ testedOn, engine, axeVersion, widgets }: WidgetsRun): string[] {
  const sum = (of: (each: (typeof widgets)[number]) => number) => widgets.reduce((total, each) => total + of(each), 0);
  const found = `${sum(({ violations }) => violations)} violations in ${sum(({ views }) => views)} views`;
  return [
    'Widgets in their states, by axe, keys, zoom, print, forced colors',
    testedOn,
    engine,
    `axe-core ${axeVersion}: ${found}`,
  ];
}

function engineRows({ name, version, elements, hosts }: EngineRun): string[][] {
  const row = (what: string, run: CountedOn | undefined) =>
    run ? [[what, run.testedOn, `${name} ${version}`, counted(run)]] : [];
  return [
    ...row('Tests of the widgets, keyboard included', elements),
    ...row('Widgets in every kind of host page', hosts),
  ];
}

function portalRows({ testedOn, engine, axeVersion, areas, checks }: PortalRun): string[][] {
  const sum = (of: (each: (typeof areas)[number]) => number) => areas.reduce((total, each) => total + of(each), 0);
  const found = `${sum(({ violations }) => violations.length)} violations in ${sum(({ views }) => views)} views of ${sum(({ pages }) => pages)} pages`;
  return [
    ['Pages, by axe', testedOn, engine, `axe-core ${axeVersion}: ${found}`],
    ...checks.map(({ check, pages, failed }) => [
      `Pages: ${check}`,
      ...[testedOn, engine],
      failed.length === 0 ? `${pages} pages, none failed` : `${pages} pages, ${failed.length} failed`,
    ]),
  ];
}

function notTested({ notReached, languages }: PortalRun, engines: readonly EngineRun[]): string[] {
  const tried = and(engines.filter(({ elements, hosts }) => elements || hosts).map(({ name }) => name));
  return [
    'No person with a disability and no outside auditor has tried the widgets or pages yet.',
    'No screen reader was part of a run. That something is announced is tested by what the page marks to be announced (a live region and its words), not by what is heard.',
    'How many results there are is announced by a live region of each list. Tests named under 4.1.3 change a list and read that region; in the views that axe looks at nothing changes, so nothing is announced there.',
    `In ${tried || 'other engines'} nothing was run but what is in the table above, and of the pages only what replaces a feature that is missing there. Safari itself, telephones and tablets were not part of a run: narrow windows were, and WebKitGTK is near Safari, not the same.`,
    `Pages were looked at in ${and(languages)}, each as it opens; dialogs and menus behind a press only where a test opens them.`,
    'Pages and widgets that are younger than the days above are not in these figures.',
    ...(notReached.length > 0
      ? [`${notReached.length} pages were not looked at by the run: ${notReached.join(', ')}.`]
      : []),
  ];
}

function exceptions(widgets: WidgetsRun, portal: PortalRun, engines: readonly EngineRun[]): Section {
  const of = (what: string, lines: readonly Line[]) =>
    brokenLines(lines).map(({ id, name }) => `${what}: ${id} ${name} is not met.`);
  const list = [
    ...of('Widgets', widgets.criteria),
    ...of('Pages', portal.criteria),
    ...portal.areas.flatMap(({ area, violations }) => violations.map((found) => `Pages, ${area}: ${found}.`)),
    ...portal.checks.flatMap(({ check, failed }) => failed.map((page) => `Pages, ${check}: ${page}.`)),
    ...engines.flatMap(({ name, elements, hosts }) => {
      const failed = (elements?.failed ?? 0) + (hosts?.failed ?? 0);
      return failed > 0 ? [`${name}: ${failed} tests fail.`] : [];
    }),
  ];
  return {
    id: 'exceptions',
    heading: 'Known exceptions',
    paragraphs: list.length === 0 ? ['The runs named above have found none.'] : [],
    list,
  };
}

function criterionRow(widgets: Line, portal: Line | undefined): string[] {
  const known = [
    evidence(widgets) && `Widgets: ${evidence(widgets)}`,
    portal && evidence(portal) && `Pages: ${evidence(portal)}`,
  ].filter(Boolean);
  const result = portal?.result ?? 'not tested by machine';
  return [`${widgets.id} ${widgets.name}`, widgets.level, widgets.result, result, known.join(' · ')];
}

function evidence({ axe, checks, tests, remark }: Line): string {
  return [
    axe.rules.length > 0 &&
      `axe: ${axe.rules.join(', ')} in ${axe.views} views${axe.toReview ? `, ${axe.toReview} for a person to judge` : ''}`,
    checks.length > 0 && `checks: ${checks.join(', ')}`,
    tests.length > 0 && `tests: ${tests.join('; ')}`,
    remark,
  ]
    .filter(Boolean)
    .join('. ');
}
