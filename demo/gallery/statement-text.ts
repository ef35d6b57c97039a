import { html } from 'hono/html';
import type { Line, Statement } from './statement-shape.ts';

const evidence = ({ axe, checks, tests, remark }: Line): string =>
  [
    axe.rules.length > 0 &&
      `axe: ${axe.rules.join(', ')} in ${axe.views} views${axe.toReview ? `, ${axe.toReview} for a person to judge` : ''}`,
    checks.length > 0 && `checks: ${checks.join(', ')}`,
    tests.length > 0 && `tests: ${tests.join('; ')}`,
    remark,
  ]
    .filter(Boolean)
    .join('. ');

const introduction = ({ standard, version, testedOn, axeVersion, engine }: Statement): string[] => [
  `Widgets ${version} are held to ${standard}. This statement is written from the test run of ${testedOn} in ${engine} with axe-core ${axeVersion}, and a run that sees anything else fails.`,
  'No person with a disability and no outside auditor has tried them yet, and no screen reader was part of a run. What a machine cannot decide is said below to be so.',
];

export function statementText(statement: Statement): string {
  const cells = (row: (string | number)[]) =>
    `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    '# Accessibility of the widgets',
    '',
    ...introduction(statement).flatMap((paragraph) => [paragraph, '']),
    '## What was looked at',
    '',
    cells(['widget', 'views', 'languages', 'violations', 'rules for a person to judge']),
    '| --- | --: | --- | --: | --- |',
    ...statement.widgets.map(({ widget, views, languages, violations, toReview }) =>
      cells([widget, views, languages.join(', '), violations, toReview.join(', ') || 'none']),
    ),
    '',
    '## Criteria',
    '',
    cells(['criterion', 'level', 'result', 'how it is known']),
    '| --- | --- | --- | --- |',
    ...statement.criteria.map((line) => cells([`${line.id} ${line.name}`, line.level, line.result, evidence(line)])),
    '',
  ].join('\n');
}

/** The same as a page, for `/docs/accessibility` and the gallery. */
export const statementPage = (statement: Statement) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Accessibility of the widgets</title>
    <link rel="stylesheet" href="/gallery/gallery.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <header><h1>Accessibility of the widgets</h1></header>
    <main class="statement">
      ${introduction(statement).map((paragraph) => html`<p>${paragraph}</p>`)}
      <h2>What was looked at</h2>
      <table>
        <thead><tr><th scope="col">Widget</th><th scope="col">Views</th><th scope="col">Languages</th><th scope="col">Violations</th><th scope="col">For a person to judge</th></tr></thead>
        <tbody>${statement.widgets.map(
          ({ widget, views, languages, violations, toReview }) =>
            html`<tr><th scope="row">${widget}</th><td>${views}</td><td>${languages.join(', ')}</td><td>${violations}</td><td>${toReview.join(', ') || 'none'}</td></tr>`,
        )}</tbody>
      </table>
      <h2>Criteria</h2>
      <table>
        <thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">Result</th><th scope="col">How it is known</th></tr></thead>
        <tbody>${statement.criteria.map(
          (line) =>
            html`<tr><th scope="row">${line.id} ${line.name}</th><td>${line.level}</td><td>${line.result}</td><td>${evidence(line)}</td></tr>`,
        )}</tbody>
      </table>
    </main>
  </body>
</html>`;
