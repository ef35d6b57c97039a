import type { Executor } from '../../platform/database/database.ts';
import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { readMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import { findHtmlTag } from '../../platform/rich-text/html-tags.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { proseOf } from '../../platform/rich-text/prose.ts';
import { visibleText } from '../../platform/rich-text/visible-text.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getTemplateText } from '../offer-terms/read-templates.ts';
import { findContactDetails } from '../text-rules/contact-details.ts';
import { offerMessageMaxLength, offerTextMaxLength } from './offer.ts';
import type { OfferFields, OfferTerms, PaymentTerms } from './schema.ts';

/** Fields of the terms that were given, as they are kept; a text of the writer's own is no template's any more. */
export async function acceptTerms(
  db: Executor,
  scope: TenantScope,
  known: OfferTerms,
  given: Omit<OfferFields, 'team' | 'costCenter' | 'message'>,
): Promise<OfferTerms> {
  const errors: FieldProblem[] = [];
  const { title, payment, text, templateId, ...plain } = given;
  const terms: OfferTerms = { ...known, ...definedOf(plain) };
  if (title !== undefined) terms.title = acceptLine(title, '/title', errors);
  if (payment !== undefined) terms.payment = payment && acceptPayment(payment, errors);
  if (templateId !== undefined) {
    const { text: taken, ...template } = await getTemplateText(db, scope, templateId);
    Object.assign(terms, { text: taken, template });
  }
  if (text !== undefined) {
    const { markdown, problem } = readMarkdown(text, offerTextMaxLength);
    if (problem) errors.push({ pointer: '/text', ...problem });
    // What was taken from a template may end in other white space than what comes back from a form.
    const isSame = markdown === readMarkdown(terms.text, offerTextMaxLength).markdown;
    if (!isSame) Object.assign(terms, { text: markdown, template: null });
  }
  refuse(errors);
  return terms;
}

/** Before a contract, people are reached through the platform. @throws 422 contact_details_in_text, html_in_text */
export function acceptMessage(typed: string): string {
  const { markdown, problem } = readMarkdown(typed, offerMessageMaxLength);
  const errors: FieldProblem[] = problem ? [{ pointer: '/message', ...problem }] : [];
  if (!problem) noContactDetails(proseOf(presentMarkdown(markdown)).text, '/message', errors);
  refuse(errors);
  return markdown;
}

function acceptPayment(payment: PaymentTerms, errors: FieldProblem[]): PaymentTerms {
  if (payment.kind === 'hourly') return payment;
  const milestones = payment.milestones.map((milestone, index) => ({
    ...milestone,
    description: acceptLine(milestone.description, `/payment/milestones/${index}/description`, errors),
  }));
  return { ...payment, milestones };
}

function acceptLine(typed: string, pointer: string, errors: FieldProblem[]): string {
  const line = visibleText(typed).replace(/\s+/gu, ' ').trim();
  const tag = findHtmlTag(line);
  if (tag) errors.push({ pointer, code: 'html_in_text', message: 'HTML is not accepted here; write plain words.' });
  else noContactDetails(line, pointer, errors);
  return line;
}

function noContactDetails(text: string, pointer: string, errors: FieldProblem[]): void {
  if (findContactDetails(text).length === 0) return;
  const message = 'Contact details are not accepted here: you reach each other on this platform.';
  errors.push({ pointer, code: 'contact_details_in_text', message });
}

function refuse(errors: readonly FieldProblem[]): void {
  const [first] = errors;
  if (first) throw unprocessable(first.code, `${first.message} Nothing was changed.`, errors);
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
