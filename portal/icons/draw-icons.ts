import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { iconNames } from './icon-names.ts';

// Run after a change of icon-names.ts: node portal/icons/draw-icons.ts
type Shape = [tag: string, attributes: Record<string, string>];
const source = createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json');
const shapes: Record<string, Shape[]> = JSON.parse(readFileSync(source, 'utf8'));

const drawn = iconNames.map((name) => {
  const icon = shapes[name];
  if (!icon) throw new Error(`lucide-static has no icon named ${name}`);
  // Closed in full: HTML minifiers drop the slash of `<path/>`, and the next shape would end up inside.
  const parts = icon.map(
    ([tag, attributes]) =>
      `<${tag} ${Object.entries(attributes)
        .filter(([key]) => key !== 'key')
        .map(([key, value]) => `${key}="${value}"`)
        .join(' ')}></${tag}>`,
  );
  const variable = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `export const ${variable} = svg\`${parts.join('')}\`;`;
});

writeFileSync(
  new URL('icons.generated.ts', import.meta.url),
  `// Drawn from lucide-static (ISC) by draw-icons.ts.\nimport { svg } from 'lit';\n\n${drawn.join('\n')}\n`,
);
