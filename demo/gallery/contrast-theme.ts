import type { TenantTheme } from '@portico/themes/tokens.ts';

/** Black and white, small and square: what a company with a control room's taste would save. */
export const contrast: TenantTheme = {
  light: {
    surface: '#ffffff',
    surfaceRaised: '#ffffff',
    surfaceSunken: '#f0f0f0',
    text: '#000000',
    textMuted: '#303030',
    link: '#00308f',
    border: '#6b6b6b',
    borderStrong: '#000000',
    accent: '#00308f',
    accentContrast: '#ffffff',
    accentSoft: '#e5ecfb',
    focus: '#a3005c',
  },
  dark: {
    surface: '#000000',
    surfaceRaised: '#0a0a0a',
    surfaceSunken: '#1c1c1c',
    text: '#ffffff',
    textMuted: '#d6d6d6',
    link: '#9ec5ff',
    border: '#8c8c8c',
    borderStrong: '#ffffff',
    accent: '#ffd400',
    accentContrast: '#000000',
    accentSoft: '#332b00',
    focus: '#ff7ad0',
  },
  shape: { radiusControl: 0, radiusSurface: 0, fontSize: 13, space: 3, shadow: 'none', motion: 0 },
};
