/** What can be looked at: a widget in a state, in a company's looks, a scheme, a language and a place of some width. */
export type Combination = {
  widget: Widget;
  state: string;
  theme: ThemeName;
  scheme: 'light' | 'dark';
  locale: string;
  width: number;
};

/** Four that every widget has, then what opens in it. */
export const statesOf = {
  'talent-search': ['loading', 'empty', 'error', 'ready', 'profile', 'compare', 'invite'],
  'job-post': ['loading', 'empty', 'error', 'ready', 'terms', 'extras', 'review', 'conflict'],
  proposals: ['loading', 'empty', 'error', 'ready', 'proposal', 'message', 'compare'],
  'contract-status': ['loading', 'empty', 'error', 'ready', 'contract', 'hours', 'release', 'bonus', 'end'],
  'timesheet-review': ['loading', 'empty', 'error', 'ready', 'week', 'accept'],
  approvals: ['loading', 'empty', 'error', 'ready', 'request', 'reason'],
  'talent-pool': ['loading', 'empty', 'error', 'ready', 'member'],
  spend: ['loading', 'empty', 'error', 'ready', 'entries'],
} as const satisfies Record<string, readonly string[]>;

export type Widget = keyof typeof statesOf;
export const widgets = Object.keys(statesOf) as Widget[];
export const themes = ['neutral', 'evergreen', 'coral', 'contrast'] as const;
export type ThemeName = (typeof themes)[number];
export const schemes = ['light', 'dark'] as const;
export const locales = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
export const widths = [320, 390, 768, 1280] as const;

export function* allCombinations(): Generator<Combination> {
  for (const widget of widgets)
    for (const state of statesOf[widget])
      for (const theme of themes)
        for (const scheme of schemes)
          for (const locale of locales)
            for (const width of widths) yield { widget, state, theme, scheme, locale, width };
}

/** Also the name of its picture. */
export const nameOf = ({ widget, state, theme, scheme, locale, width }: Combination) =>
  [widget, state, theme, scheme, locale, width].join('.');

export const addressOf = (combination: Combination) =>
  `/gallery/view?${new URLSearchParams(Object.entries(combination).map(([name, value]) => [name, `${value}`]))}`;

const choice = <Value extends string | number>(values: readonly Value[], wish: string | null, other: Value) =>
  values.find((value) => `${value}` === wish) ?? other;

/** From an address that anybody may have typed: what is not known becomes what is shown first. */
export function combinationOf(params: URLSearchParams): Combination {
  const widget = choice(widgets, params.get('widget'), 'talent-search');
  return {
    widget,
    state: choice(statesOf[widget] as readonly string[], params.get('state'), 'ready'),
    theme: choice(themes, params.get('theme'), 'neutral'),
    scheme: choice(schemes, params.get('scheme'), 'light'),
    locale: choice(locales, params.get('locale'), 'en'),
    width: choice(widths, params.get('width'), 1280),
  };
}
