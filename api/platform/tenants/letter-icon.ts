/** For a brand without an icon: its first letter on its accent. Nothing of it was typed but that letter. */
export function letterIcon(
  name: string,
  { accent, accentContrast }: { accent: string; accentContrast: string },
): string {
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0]?.toUpperCase() ?? '·';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${accent}"/><text x="32" y="45" text-anchor="middle" font-family="system-ui,sans-serif" font-size="38" font-weight="700" fill="${accentContrast}">${letter}</text></svg>
`;
}
