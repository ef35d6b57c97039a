import { readFile, writeFile } from 'node:fs/promises';

/** The console shows the very files that the tests run: `node portal/pages/embed/draw-server-examples.ts`. */
const sources = [
  ['node', 'Node', 'server.mjs'],
  ['php', 'PHP', 'server.php'],
  ['python', 'Python', 'server.py'],
  ['csharp', 'C#', 'Server.cs'],
  ['java', 'Java', 'Server.java'],
] as const;

export async function drawServerExamples(): Promise<string> {
  const examples = await Promise.all(
    sources.map(async ([language, name, file]) => ({
      language,
      name,
      file,
      text: await readFile(new URL(`../../../demo/hosts/servers/${file}`, import.meta.url), 'utf8'),
    })),
  );
  return `// Drawn from demo/hosts/servers by draw-server-examples.ts.
export const serverExamples = ${JSON.stringify(examples, undefined, 2)} as const;
`;
}

export const target = new URL('./server-examples.generated.ts', import.meta.url);

if (import.meta.main) await writeFile(target, await drawServerExamples());
