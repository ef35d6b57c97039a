import type { SkillRef } from '../../talent/freelancers/schema.ts';
import type { CustomValues } from '../custom-fields/custom-field.ts';
import type { Budget } from './budget.ts';
import type { PurchaseOrderRef, Question } from './job-post.ts';
import type { JobPostRow } from './table.ts';

/** A job post as other slices see it. */
export type JobPostRecord = Omit<
  JobPostRow,
  | 'skills'
  | 'countries'
  | 'poolIds'
  | 'questions'
  | 'purchaseOrder'
  | 'customFields'
  | 'budgetKind'
  | 'budgetMinMinor'
  | 'budgetMaxMinor'
  | 'budgetCurrency'
> & {
  skills: SkillRef[];
  countries: string[];
  poolIds: string[];
  questions: Question[];
  purchaseOrder: PurchaseOrderRef | null;
  customFields: CustomValues;
  budget: Budget | null;
};

export function postOfRow(row: JobPostRow): JobPostRecord {
  const { budgetKind, budgetMinMinor, budgetMaxMinor, budgetCurrency, ...rest } = row;
  return {
    ...rest,
    skills: JSON.parse(row.skills),
    countries: JSON.parse(row.countries),
    poolIds: JSON.parse(row.poolIds),
    questions: JSON.parse(row.questions),
    purchaseOrder: row.purchaseOrder === null ? null : JSON.parse(row.purchaseOrder),
    customFields: JSON.parse(row.customFields),
    budget: budgetOfRow(row),
  };
}

function budgetOfRow(row: JobPostRow): Budget | null {
  if (row.budgetKind === null) return null;
  const money = (amountMinor: number | null) => ({ amountMinor: amountMinor!, currency: row.budgetCurrency! });
  return row.budgetKind === 'fixed'
    ? { kind: 'fixed', amount: money(row.budgetMinMinor) }
    : { kind: 'hourly', min: money(row.budgetMinMinor), max: money(row.budgetMaxMinor) };
}

export function budgetColumns(
  budget: Budget | null,
): Pick<JobPostRow, 'budgetKind' | 'budgetMinMinor' | 'budgetMaxMinor' | 'budgetCurrency'> {
  if (!budget) return { budgetKind: null, budgetMinMinor: null, budgetMaxMinor: null, budgetCurrency: null };
  const [min, max] = budget.kind === 'fixed' ? [budget.amount, budget.amount] : [budget.min, budget.max];
  return {
    budgetKind: budget.kind,
    budgetMinMinor: min.amountMinor,
    budgetMaxMinor: max.amountMinor,
    budgetCurrency: min.currency,
  };
}
