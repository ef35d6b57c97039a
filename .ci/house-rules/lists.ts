import type { SourceFile } from './source-files.ts';

/** Lists that are never empty, or whose page says so in another way, and why. */
const neverEmpty: Readonly<Record<string, string>> = {
  'portal/pages/billing/billing-page.ts':
    'its sections are there when something is due, and the page leads to each list',
  'portal/pages/compare/compare-page.ts': 'below two people it says how to choose them',
  'portal/pages/embed/policy-check-section.ts': 'what a check answers is never empty',
  'portal/pages/invoices/invoice-page.ts': 'an invoice has lines, and its payments show when there are some',
  'portal/pages/onboarding/questionnaire-page.ts': 'a questionnaire has questions, or is refused',
  'portal/pages/payments/payment-page.ts': 'a payment has its steps',
  'portal/pages/plan/plan-page.ts': 'there are always plans; charges show with the first',
  'portal/pages/proposals/compare-proposals-page.ts': 'below two proposals it says how to choose them',
  'portal/pages/reports/entries-panel.ts': 'a figure opens because entries are behind it',
  'portal/pages/reports/month-end-page.ts': 'what does not match is listed; otherwise it says that all does',
  'portal/pages/reports/reports-page.ts':
    'which reports there are is decided by the role, and said where there is none',
  'portal/pages/settings/members-page.ts': 'whoever reads it is a member',
  'portal/pages/settings/origins-section.ts': 'the form to add the first stands in the place of the list',
  'portal/pages/settings/sessions-section.ts': 'the session that asks is one of them',
  'portal/pages/settings/terms-page.ts': 'the standard terms are always there',
  'portal/pages/settings/terms-text-page.ts': 'a text has its first version',
  'portal/pages/styleguide/styleguide-page.ts': 'shows every element, this one too',
};

const showsRows = /\bdataList(?:<[^(]*>)?\(|class="(?:rows|queue)\b|<tbody\b/;
const page = /^portal\/pages\/.+(?:-page|-board|-list|-section|-panel)\.ts$/;

/** Whoever opens a list for the first time learns there what it is for: each shows `nothingYet` when nothing is in it. */
export function listsWithoutEmptyState(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, isTest }) => !isTest && /^portal\/pages\//.test(path))
    .filter(({ path, text }) => /\bdataList(?:<[^(]*>)?\(/.test(text) || (page.test(path) && showsRows.test(text)))
    .filter(({ path, text }) => !/\bnothingYet\(/.test(text) && neverEmpty[path] === undefined)
    .map(
      ({ path }) =>
        `${path} shows a list without an empty state: say by nothingYet what will stand there, or why it is never empty in .ci/house-rules/lists.ts`,
    );
}
