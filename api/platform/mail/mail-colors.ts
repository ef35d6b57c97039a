import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import { completeTheme } from '@portico/themes/theme-css.ts';
import { type ColorToken, type Scheme, schemes, type TenantTheme } from '@portico/themes/tokens.ts';

const used = ['surfaceSunken', 'surfaceRaised', 'text', 'textMuted', 'link', 'border', 'borderStrong'] as const;
const tokens = [...used, 'accent', 'accentContrast'] as const satisfies readonly ColorToken[];
export type MailColors = Record<Scheme, Record<(typeof tokens)[number], string>> & {
  radiusControl: number;
  radiusSurface: number;
  /** What is written on the accent is light there, so a logo for dark grounds fits. */
  isAccentDark: boolean;
};

/** Mail programs know neither oklch nor our tokens. */
export function mailColors(theme: TenantTheme): MailColors {
  const whole = completeTheme(neutral, theme);
  const hex = (scheme: Scheme, token: ColorToken) => {
    const color = parseColor(whole[scheme][token]) ?? parseColor(neutral[scheme][token])!;
    return formatColorHex(color);
  };
  const [light, dark] = schemes.map(
    (scheme) => Object.fromEntries(tokens.map((token) => [token, hex(scheme, token)])) as MailColors[Scheme],
  );
  return {
    light: light!,
    dark: dark!,
    radiusControl: Number(whole.shape.radiusControl),
    radiusSurface: Number(whole.shape.radiusSurface),
    isAccentDark: (parseColor(whole.light.accentContrast)?.l ?? 1) > 0.6,
  };
}
