import { findSkillCategory, skillCategories } from '../../talent/skills/taxonomy.ts';
import type { ExperienceLevel, JobDuration } from '../job-posts/job-post.ts';
import type { JobPostFields } from '../job-posts/schema.ts';
import type { ImportField, ImportMapping } from './job-import.ts';
import { type PayReason, parsePay } from './parse-pay.ts';
import type { ImportSettings, RowReason } from './schema.ts';

export type MappedRow = { title: string; fields: JobPostFields; reference: string | undefined; reasons: RowReason[] };
export type RowMapper = (cells: readonly string[]) => MappedRow;

/** Pure: what the cells of a row say, and why they cannot be a post. */
export function rowMapper(
  columns: readonly string[],
  mapping: ImportMapping,
  { defaults, currency = defaults.currency ?? 'USD' }: Pick<ImportSettings, 'defaults'> & { currency?: string },
): RowMapper {
  const places = new Map(Object.entries(mapping).map(([field, column]) => [field, columns.indexOf(column)]));
  return (cells) => {
    const cell = (field: ImportField) => (cells[places.get(field) ?? -1] ?? '').trim();
    const reasons: RowReason[] = [];
    const refuse = (field: ImportField, code: string, message: string) => void reasons.push({ field, code, message });
    for (const field of ['title', 'team', 'costCenter'] as const) {
      if (startsFormula(cell(field)))
        refuse(field, 'formula_in_cell', `It begins with "${cell(field)[0]}", as formulas do. Take that away.`);
    }
    if (cells.length > columns.length)
      reasons.push({
        field: null,
        code: 'too_many_cells',
        message: `It has ${cells.length} cells, the first line names ${columns.length}: a quote may be missing.`,
      });
    const title = cell('title');
    if (title === '') refuse('title', 'title_missing', 'The title is missing.');
    const skills = skillsIn(cell('skills'));
    const pay = parsePay(cell('terms'), cell('budget'), currency);
    if ('reason' in pay) refuse('budget', pay.reason, payMessages[pay.reason]);
    return {
      title,
      fields: {
        title,
        description: cell('description') || (defaults.description ?? ''),
        skills: skills.map((name) => ({ name })),
        budget: 'reason' in pay ? null : pay.budget,
        experienceLevel: wordIn(cell('level'), levels, (found) =>
          refuse('level', 'unknown_level', `"${shortened(found)}" is no level; use Entry, Intermediate or Expert.`),
        ),
        duration:
          wordIn(cell('duration'), durationWords, (found) =>
            refuse('duration', 'unknown_duration', `"${shortened(found)}" is no duration, as "1 to 3 months" is.`),
          ) ??
          defaults.duration ??
          null,
        weeklyHours: hoursIn(cell('weeklyHours'), () =>
          refuse('weeklyHours', 'weekly_hours_unreadable', 'Weekly hours are a whole number.'),
        ),
        categoryId: categoryIn(cell('category'), defaults.categoryId, (found) =>
          refuse('category', 'unknown_category', `There is no category "${shortened(found)}".`),
        ),
        team: cell('team') || (defaults.team ?? null),
        costCenter: cell('costCenter') || (defaults.costCenter ?? null),
        ...(defaults.visibility && { visibility: defaults.visibility }),
      },
      reference: cell('reference') || undefined,
      reasons,
    };
  };
}

/** Spreadsheets take such a cell for a formula when somebody exports the posts again. */
export function startsFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell);
}

const payMessages: Readonly<Record<PayReason, string>> = {
  terms_unreadable: 'The terms say neither hourly nor fixed price.',
  budget_unreadable: 'No sum can be read from the budget.',
  budget_too_many_sums: 'The budget has more than two sums.',
  fixed_price_is_a_range: 'A fixed price is one sum, not a range.',
  currency_mixed: 'The sums are in different currencies.',
};

/** `+3` says that a page hid three more. */
const hiddenSkills = /^\+\d+$/;

function skillsIn(cell: string): string[] {
  const names = cell.split(/[,;|\n]/).map((name) => name.replace(/\s+/g, ' ').trim());
  return [...new Set(names.filter((name) => name !== '' && !hiddenSkills.test(name)))];
}

const levels: Readonly<Record<string, ExperienceLevel>> = {
  entry: 'entry',
  entrylevel: 'entry',
  junior: 'entry',
  einsteiger: 'entry',
  intermediate: 'intermediate',
  mid: 'intermediate',
  midlevel: 'intermediate',
  mittel: 'intermediate',
  expert: 'expert',
  senior: 'expert',
  experte: 'expert',
};

const durationWords: Readonly<Record<string, JobDuration>> = {
  lessthan1week: 'lessThan1Week',
  lessthan1month: 'lessThan1Month',
  lessthanamonth: 'lessThan1Month',
  '1to3months': '1To3Months',
  '13months': '1To3Months',
  '13monate': '1To3Months',
  '3to6months': '3To6Months',
  '36months': '3To6Months',
  '36monate': '3To6Months',
  morethan6months: 'moreThan6Months',
  mehrals6monate: 'moreThan6Months',
};

function wordIn<T>(cell: string, known: Readonly<Record<string, T>>, refuse: (cell: string) => void): T | null {
  if (cell === '') return null;
  const word = plainWord(cell);
  if (Object.hasOwn(known, word)) return known[word]!;
  refuse(cell);
  return null;
}

function hoursIn(cell: string, refuse: () => void): number | null {
  if (cell === '') return null;
  const hours = /^\d{1,3}$/.test(cell) ? Number(cell) : undefined;
  if (hours === undefined) refuse();
  return hours ?? null;
}

const categoriesByName = new Map(skillCategories.map(({ id, name }) => [plainWord(name), id]));

/** Named by the row, else by the import; else job posts take the one that most skills belong to. */
function categoryIn(cell: string, byDefault: string | undefined, refuse: (cell: string) => void): string | null {
  if (cell === '') return byDefault ?? null;
  const id = findSkillCategory(cell)?.id ?? categoriesByName.get(plainWord(cell));
  if (!id) refuse(cell);
  return id ?? null;
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
