import { type CaseFacts, interviewOf } from './case-facts.ts';
import type { OwnVetting } from './own-schema.ts';
import { instantOrNull } from './present-parts.ts';
import { missingDocuments } from './wanted-documents.ts';

type Next = OwnVetting['next'];

/** What happens next, whose turn it is and until when: what a freelancer wants to know first. */
export function nextStepOf(facts: CaseFacts, openSlots: number): Next {
  const { application, appeals } = facts;
  if (appeals.some(({ state }) => state === 'filed')) return step('waitForAppeal', 'desk');
  switch (application.state) {
    case 'invited':
      return step('answerInvitation', 'you', application.answerBy);
    case 'applied':
    case 'eligibilityCheck':
      return step('completeProfile', 'you');
    case 'documentReview':
      return documentStep(facts, openSlots);
    case 'noShow':
      return slotStep(openSlots);
    case 'interviewScheduled':
      return step('attendInterview', 'you', interviewOf(facts)?.startsAt ?? null);
    case 'interviewed':
      return step('waitForScores', 'desk');
    case 'scored':
    case 'approved':
      return step('waitForDecision', 'desk');
    case 'needsMore':
      return step('answer', 'you', application.answerBy);
    case 'member':
      return step('enjoy', 'nobody', application.expiresAt);
    case 'expiring':
      return step('renew', 'you', application.expiresAt);
    case 'suspended':
      return step('waitForEnd', 'nobody', application.suspendedUntil);
    case 'rejected':
    case 'revoked':
      return step('applyAgain', 'nobody', application.coolDownUntil);
    case 'expired':
      return step('renew', 'you');
    case 'renewed':
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
      return step('none', 'nobody');
  }
}

function documentStep(facts: CaseFacts, openSlots: number): Next {
  const missing = missingDocuments(facts);
  const handedIn = new Set(facts.documents.filter(({ state }) => state === 'submitted').map(({ key }) => key));
  if (missing.some(({ key }) => !handedIn.has(key))) return step('sendDocuments', 'you');
  if (missing.length > 0) return step('documentsUnderReview', 'desk');
  if (facts.application.kind === 'renewal') return step('waitForScores', 'desk');
  return slotStep(openSlots);
}

function slotStep(openSlots: number): Next {
  return openSlots > 0 ? step('chooseSlot', 'you') : step('waitForSlots', 'desk');
}

function step(name: Next['step'], by: Next['by'], untilMs: number | null = null): Next {
  return { step: name, by, until: instantOrNull(untilMs) };
}
