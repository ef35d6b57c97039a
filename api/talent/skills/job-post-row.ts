/** One row of a file of job posts, cell by cell as the file has it; `line` is where the row begins. */
export type JobPostRow = {
  line: number;
  cells: number;
  title: string;
  terms: string;
  budget: string;
  level: string;
  skills: string;
};

export const jobPostColumns = ['Job Title', 'Hourly/Fixed', 'Budget', 'Level', 'Skills'] as const;

export type TermsOddity = 'unreadable_terms' | 'unreadable_budget' | 'implausible_budget' | 'reversed_range';

const money = String.raw`\$(\d[\d,]*(?:\.\d{1,2})?)`;
const hourlyRange = new RegExp(`^Hourly: ${money} - ${money}$`, 'u');
const fixedBudget = new RegExp(String.raw`^Est\. budget:\s+${money}$`, 'u');

// Below the smallest milestone nothing can be paid; above the largest sum a single post is a slip of the keyboard.
const smallestBudgetMinor = 500;
const largestBudgetMinor = 10_000_000;
const largestRateMinor = 50_000;

/** What is odd about pay: learning skills does not need it, but whoever imports the file wants to know. */
export function termsOddity(row: JobPostRow): TermsOddity | undefined {
  const terms = row.terms.trim();
  const budget = row.budget.trim();
  if (terms === 'Fixed price') return fixedPriceOddity(budget);
  if (!/^Hourly(?:$|:)/u.test(terms)) return 'unreadable_terms';
  if (budget !== 'N/A') return 'unreadable_budget';
  return terms === 'Hourly' ? undefined : hourlyOddity(terms);
}

function fixedPriceOddity(budget: string): TermsOddity | undefined {
  const amountMinor = minorUnits(fixedBudget.exec(budget)?.[1]);
  if (amountMinor === undefined) return 'unreadable_budget';
  return amountMinor < smallestBudgetMinor || amountMinor > largestBudgetMinor ? 'implausible_budget' : undefined;
}

function hourlyOddity(terms: string): TermsOddity | undefined {
  const range = hourlyRange.exec(terms);
  const [from, to] = [minorUnits(range?.[1]), minorUnits(range?.[2])];
  if (from === undefined || to === undefined) return 'unreadable_terms';
  if (from > to) return 'reversed_range';
  return to > largestRateMinor ? 'implausible_budget' : undefined;
}

function minorUnits(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Math.round(Number(text.replaceAll(',', '')) * 100);
}
