import type { BrandBody } from '../../../api/brand.ts';

const stepsMax = 200;

/** A brand while it is edited: every step can be taken back and taken again. */
export type BrandDraft = { brand: BrandBody; undone: readonly BrandBody[]; steps: readonly BrandBody[] };

export const openDraft = (brand: BrandBody): BrandDraft => ({ brand, undone: [], steps: [] });

const isSame = (one: BrandBody, other: BrandBody) => JSON.stringify(one) === JSON.stringify(other);

export function change(draft: BrandDraft, part: Partial<BrandBody>): BrandDraft {
  const brand = { ...draft.brand, ...part };
  if (isSame(brand, draft.brand)) return draft;
  return { brand, undone: [], steps: [...draft.steps.slice(1 - stepsMax), draft.brand] };
}

export function undo({ brand, undone, steps }: BrandDraft): BrandDraft {
  const before = steps.at(-1);
  return before ? { brand: before, undone: [...undone, brand], steps: steps.slice(0, -1) } : { brand, undone, steps };
}

export function redo({ brand, undone, steps }: BrandDraft): BrandDraft {
  const after = undone.at(-1);
  return after ? { brand: after, undone: undone.slice(0, -1), steps: [...steps, brand] } : { brand, undone, steps };
}
