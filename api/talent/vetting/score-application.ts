import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { type CaseFacts, getFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { requireAction } from './hindrances.ts';
import { measure } from './measured-score.ts';
import { moveApplication, noteOnApplication } from './move-application.ts';
import { findRubric } from './program-store.ts';
import { insertScore } from './review-store.ts';
import type { ScoreBody } from './schema.ts';
import { updateApplication } from './store.ts';
import type { VettingRubricRow } from './table.ts';
import { tellDesk } from './tell.ts';
import { type Criterion, gapOf, type Levels, scoreOf } from './vetting-rubric.ts';

/**
 * One reviewer’s score, by the version of the first one. With the last that is asked for the case is scored; when they
 * are too far apart, one more reviewer is asked.
 * @throws 403 own_application; 409 reviewer_already_scored, rubric_missing, rubric_outdated, by state; 422
 *   rubric_not_published, criterion_missing, criterion_unknown, level_out_of_scale
 */
export async function scoreApplication(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  { rubricId, levels, comment }: ScoreBody,
): Promise<void> {
  requireAction('score', facts, desk, deps.clock.now());
  const { application } = facts;
  const rubric = await requireRubric(trx, desk, facts, rubricId);
  const criteria: Criterion[] = JSON.parse(rubric.criteria);
  requireLevels(criteria, levels);
  const isFirst = application.rubricId === null;
  const scoresNeeded = application.scoresNeeded || facts.rules.reviewersRequired;
  // Changing the case first makes its turn ours: of two scores at once the second sees the first.
  if (!(await updateApplication(trx, desk.scope, application.id, [application.state], { rubricId, scoresNeeded })))
    throw conflict('changed_meanwhile', 'This case was changed meanwhile; your score was not saved. Look at it again.');
  const isNew = await insertScore(trx, {
    id: deps.newId('sc'),
    tenantId: application.tenantId,
    applicationId: application.id,
    rubricId,
    reviewerId: desk.person.personId,
    levels: JSON.stringify(levels),
    comment,
    scoreBasisPoints: scoreOf(criteria, levels),
    givenAt: deps.clock.now(),
  });
  if (!isNew)
    throw conflict(
      'reviewer_already_scored',
      'You have scored this application; scores come from different people. Yours was kept as it is.',
    );
  await noteOnApplication(trx, deps, doer, application, 'scoreGiven', {
    audience: 'team',
    details: { rubricVersion: rubric.version, isFirst },
  });
  await closeWhenComplete(trx, deps, desk, doer, await getFacts(trx, desk.scope, application.id));
}

async function closeWhenComplete(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
): Promise<void> {
  const { application, scores, rules } = facts;
  if (scores.length < application.scoresNeeded) return;
  const gapBasisPoints = gapOf(scores.map(({ scoreBasisPoints }) => scoreBasisPoints));
  const isThirdAsked = application.scoresNeeded > rules.reviewersRequired;
  if (!isThirdAsked && gapBasisPoints > rules.scoreGapMax * 100) {
    const scoresNeeded = scores.length + 1;
    await updateApplication(trx, desk.scope, application.id, [application.state], { scoresNeeded });
    await noteOnApplication(trx, deps, doer, application, 'anotherReviewerAsked', {
      audience: 'team',
      details: { gapBasisPoints, scoresNeeded },
    });
    const except = scores.map(({ reviewerId }) => reviewerId);
    return tellDesk(trx, deps, application, 'vetting.anotherReviewer', {}, { everybody: true, except });
  }
  const { scoreBasisPoints } = measure(facts)!;
  const move = application.state === 'documentReview' ? 'scoreRenewal' : 'score';
  const change = { scoreBasisPoints, scoredAt: deps.clock.now() };
  const scored = await moveApplication(trx, deps, doer, application, move, change, {
    audience: 'team',
    details: { scoreBasisPoints, reviewers: scores.length },
  });
  await tellDesk(trx, deps, scored, 'vetting.toDecide', {}, { everybody: true });
}

async function requireRubric(
  trx: Executor,
  { scope }: Desk,
  { application, rubric }: CaseFacts,
  rubricId: string,
): Promise<VettingRubricRow> {
  if (rubric?.id === rubricId) return rubric;
  const asked = await findRubric(trx, scope, rubricId);
  if (!asked || asked.programId !== application.programId)
    throw unprocessable('rubric_unknown', 'This program has no such rubric; nothing was scored.', [
      { pointer: '/rubricId', code: 'rubric_unknown', message: 'Use the id of the rubric of the case.' },
    ]);
  if (asked.state === 'draft')
    throw unprocessable('rubric_not_published', 'This version is a draft; nobody is scored by it. Publish it first.', [
      { pointer: '/rubricId', code: 'rubric_not_published', message: 'A draft.' },
    ]);
  throw conflict(
    'rubric_outdated',
    'This case is scored by another version of the rubric; nothing was scored. Look at it again and score by that.',
  );
}

function requireLevels(criteria: readonly Criterion[], levels: Levels): void {
  const problems: FieldProblem[] = [];
  for (const { key, name, levels: scale } of criteria) {
    const level = levels[key];
    if (level === undefined)
      problems.push({ pointer: `/levels/${key}`, code: 'criterion_missing', message: `Say a level for ${name}.` });
    else if (level > scale.length)
      problems.push({
        pointer: `/levels/${key}`,
        code: 'level_out_of_scale',
        message: `${name} has ${scale.length} levels.`,
      });
  }
  const known = new Set(criteria.map(({ key }) => key));
  for (const key of Object.keys(levels).filter((one) => !known.has(one)))
    problems.push({ pointer: `/levels/${key}`, code: 'criterion_unknown', message: 'No criterion of this rubric.' });
  const [first] = problems;
  if (first)
    throw unprocessable(first.code, 'Not every criterion has a level of its scale; nothing was scored.', problems);
}
