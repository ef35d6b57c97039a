import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export type Findings = {
  /** rules that looked at something and found it right */
  passes: string[];
  violations: string[];
  /** rules that could not decide, for a person to look at */
  incomplete: string[];
};

/**
 * What axe says of the page.
 * @param onlyRules where the rest was seen already, as in another scheme
 */
export async function axeFindings(page: Page, onlyRules?: string[]): Promise<Findings> {
  const builder = new AxeBuilder({ page });
  const { passes, violations, incomplete } = await (onlyRules
    ? builder.withRules(onlyRules)
    : builder.withTags(axeTags)
  ).analyze();
  return {
    passes: passes.map(({ id }) => id).sort(),
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    incomplete: incomplete.map(({ id }) => id).sort(),
  };
}
