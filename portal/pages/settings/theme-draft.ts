import { type ReadyThemeName, readyThemes } from '@portico/themes/ready-themes.ts';
import type { ColorToken, Scheme, Shape, TenantTheme } from '@portico/themes/tokens.ts';

const stepsMax = 100;

/** A theme while it is edited: every step can be taken back until it is saved. */
export type ThemeDraft = { theme: TenantTheme; saved: TenantTheme; steps: readonly TenantTheme[] };

export const openThemeDraft = (saved: TenantTheme): ThemeDraft => ({ theme: saved, saved, steps: [] });

export const hasChanges = ({ theme, saved }: ThemeDraft): boolean => JSON.stringify(theme) !== JSON.stringify(saved);

export function change(draft: ThemeDraft, theme: TenantTheme): ThemeDraft {
  if (JSON.stringify(theme) === JSON.stringify(draft.theme)) return draft;
  return { ...draft, theme, steps: [...draft.steps.slice(1 - stepsMax), draft.theme] };
}

export const setColor = (draft: ThemeDraft, scheme: Scheme, token: ColorToken, value: string): ThemeDraft =>
  change(draft, { ...draft.theme, [scheme]: { ...draft.theme[scheme], [token]: value } });

export const setShape = (draft: ThemeDraft, shape: Partial<Shape>): ThemeDraft =>
  change(draft, { ...draft.theme, shape: { ...draft.theme.shape, ...shape } });

export const takeReady = (draft: ThemeDraft, name: ReadyThemeName): ThemeDraft => change(draft, readyThemes[name]);

export function undo(draft: ThemeDraft): ThemeDraft {
  const before = draft.steps.at(-1);
  return before ? { ...draft, theme: before, steps: draft.steps.slice(0, -1) } : draft;
}
