import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { type MovingNoun, movingNouns } from '../moves.ts';
import type { Move } from '../platform/moves/move.ts';
import { drawMoves, inWords } from './draw-moves.ts';

/** Writes `api/docs/moves.md` and a diagram a noun; with --check only compares them. */
const docs = new URL('../docs/', import.meta.url);
const graphviz = await Graphviz.load();
const made = new Map([
  ['moves.md', page(movingNouns)],
  ...movingNouns.map((one) => [`moves/${fileOf(one)}`, drawMoves(graphviz, one)] as const),
]);

if (process.argv.includes('--check')) {
  const wrong = [];
  for (const [file, text] of made) {
    const committed = await readFile(new URL(file, docs), 'utf8').catch(() => '');
    if (committed !== text) wrong.push(file);
  }
  wrong.push(...(await strayFiles()));
  if (wrong.length > 0) {
    console.error(
      `${wrong.map((file) => `api/docs/${file}`).join(', ')}: not what the move tables say; run: node api/commands/moves.ts`,
    );
    process.exit(1);
  }
} else {
  await mkdir(new URL('moves/', docs), { recursive: true });
  for (const file of await strayFiles()) await rm(new URL(file, docs));
  for (const [file, text] of made) await writeFile(new URL(file, docs), text);
}

/** Diagrams of nouns that are no more. */
async function strayFiles(): Promise<string[]> {
  const files = await readdir(new URL('moves/', docs)).catch(() => []);
  return files.map((file) => `moves/${file}`).filter((file) => !made.has(file));
}

function page(nouns: readonly MovingNoun[]): string {
  return `# What moves, and who moves it

Made by \`node api/commands/moves.ts\` from the move tables, which also guard the API and enable the buttons. A move that is not
listed answers 409 with the noun and the state that does not allow it. A dashed line marked ⏱ is a move of the clock; a double
border is an end.

${nouns.map(({ noun }) => `[${inWords(noun)}](#${inWords(noun).replaceAll(' ', '-')})`).join(' · ')}

${nouns.map(section).join('\n')}`;
}

function section(one: MovingNoun): string {
  const { noun, is, starts, file, table } = one;
  const rows = Object.entries<Move<string>>(table).map(
    ([name, { by, from, to, after }]) =>
      `| ${name} | ${by.map((mover) => (mover === 'clock' ? '⏱ clock' : mover)).join(', ')} | ${from.join(', ')} | ${to} | ${by.includes('clock') ? (after ?? '') : ''} |`,
  );
  return `## ${inWords(noun)}

${is} It starts as \`${starts}\`. Table: [\`${file}\`](../${file})

![Moves of a ${inWords(noun)}](moves/${fileOf(one)})

| move | by | from | to | ⏱ after |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function fileOf({ noun }: MovingNoun): string {
  return `${inWords(noun).replaceAll(' ', '-')}.svg`;
}
