import { html, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import type { Desk, VettingCase } from '../../api/vetting.ts';
import * as api from '../../api/vetting.ts';
import { actionButton } from '../../elements/action-button.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { askDecision } from './decision-dialog.ts';
import { openScore } from './score-dialog.ts';
import { whyWords } from './vetting-words.ts';

type Done = (after: VettingCase) => void;
type Name = keyof VettingCase['actions'];

/** The next steps of a case; one that is closed says why. Those that belong to another part of its life are left out. */
export function caseActions(desk: Desk, one: VettingCase, done: Done): TemplateResult {
  const steps = stepsOf[one.state] ?? [];
  const withAppeal: readonly Name[] = one.hasAppeal ? ['hearAppeal', ...steps] : steps;
  return html`<div class="actions">
    ${withAppeal.map((name, at) =>
      actionButton({
        label: t(`vettingAction.${name}`),
        kind: name === 'revoke' || name === 'reject' ? 'danger' : at === 0 && name !== 'suspend' ? 'primary' : '',
        why: whyWords(one.actions[name].whyNot),
        run: () => runs[name](desk, one, done),
      }),
    )}
  </div>`;
}

const stepsOf: Partial<Record<VettingCase['state'], readonly Name[]>> = {
  eligibilityCheck: ['checkEligibility', 'reject'],
  documentReview: ['reject'],
  interviewScheduled: ['holdInterview', 'markNoShow', 'callOffInterview'],
  noShow: ['reject'],
  interviewed: ['score', 'approve', 'reject'],
  scored: ['approve', 'askForMore', 'reject'],
  member: ['suspend', 'revoke'],
  expiring: ['suspend', 'revoke'],
  suspended: ['reinstate', 'revoke'],
};

const runs: Record<Name, (desk: Desk, one: VettingCase, done: Done) => void> = {
  assign: () => {},
  reviewDocuments: () => {},
  checkEligibility: (desk, { id }, done) => void at(api.checkFacts(desk, id), done),
  holdInterview: (desk, { id }, done) => void at(api.holdInterview(desk, id), done),
  markNoShow: (desk, one, done) => reason('markNoShow', one, (body) => api.markNoShow(desk, one.id, body), done),
  callOffInterview: (desk, one, done) =>
    reason('callOffInterview', one, (body) => api.callOffInterview(desk, one.id, body), done),
  score: openScore,
  approve: (desk, one, done) => decision('approve', desk, one, done, false),
  reject: (desk, one, done) => decision('reject', desk, one, done, true),
  askForMore: (desk, one, done) => decision('askForMore', desk, one, done, true),
  suspend: (desk, one, done) =>
    askDecision({ ...words('suspend', one), needsReason: true, needsEnd: true }, async (body) =>
      done(await api.suspendMember(desk, one.id, body)),
    ),
  revoke: (desk, one, done) =>
    askDecision({ ...words('revoke', one), needsReason: true, isDangerous: true }, async ({ reasons, internalNote }) =>
      done(await api.revokeMember(desk, one.id, { reasons, internalNote })),
    ),
  reinstate: (desk, one, done) => reason('reinstate', one, (body) => api.reinstateMember(desk, one.id, body), done),
  hearAppeal: (desk, one, done) =>
    askReason(
      {
        ...words('hearAppeal', one),
        isRequired: true,
        choices: (['upheld', 'overturned'] as const).map((value) => ({ value, label: t(`vettingAppeal.${value}`) })),
      },
      async ({ choice, words: text }) => done(await api.hearAppeal(desk, one.id, { outcome: choice, reason: text })),
    ),
};

function decision(
  name: 'approve' | 'reject' | 'askForMore',
  desk: Desk,
  one: VettingCase,
  done: Done,
  needsReason: boolean,
): void {
  const outcome = { approve: 'approved', reject: 'rejected', askForMore: 'needsMore' }[name];
  askDecision({ ...words(name, one), needsReason, isDangerous: name === 'reject' }, async ({ reasons, internalNote }) =>
    done(await api.decideCase(desk, one.id, { outcome, reasons, internalNote })),
  );
}

function reason(
  name: 'markNoShow' | 'callOffInterview' | 'reinstate',
  one: VettingCase,
  work: (body: { reason: string }) => Promise<VettingCase>,
  done: Done,
): void {
  askReason({ ...words(name, one), isRequired: true }, async ({ words: text }) => done(await work({ reason: text })));
}

function words(
  name: Exclude<Name, 'assign' | 'reviewDocuments' | 'checkEligibility' | 'holdInterview' | 'score'>,
  one: VettingCase,
) {
  const { rules, freelancer, pool } = one;
  const label = t(`vettingAction.${name}`);
  const text = t(`vettingAsk.${name}`, {
    name: freelancer.name,
    pool: pool.name,
    months: rules.memberMonths,
    days: rules.coolDownDays,
  } as never);
  return { title: label, text, confirm: label };
}

async function at(work: Promise<VettingCase>, done: Done): Promise<void> {
  try {
    done(await work);
  } catch (problem) {
    toast(problemWords(problem));
  }
}
