import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { MovingNoun } from '../moves.ts';
import { type Move, statesOf } from '../platform/moves/move.ts';

/** The diagram of one noun: people's moves solid, the clock's dashed and with when it makes them. */
export function drawMoves(graphviz: Graphviz, { noun, starts, table }: MovingNoun): string {
  const states = statesOf(table);
  const ends = new Set(states.filter((state) => !Object.values(table).some(({ from }) => from.includes(state))));
  const dot = [
    'digraph {',
    '  bgcolor="white"; rankdir=LR; nodesep=0.35; ranksep=0.9; pad=0.2; fontname="Helvetica,Arial,sans-serif";',
    '  node [shape=box, style="rounded,filled", fillcolor="#f4f4f5", color="#52525b", fontcolor="#18181b", fontname="Helvetica,Arial,sans-serif", fontsize=13, margin="0.18,0.08"];',
    '  edge [color="#52525b", fontcolor="#18181b", fontname="Helvetica,Arial,sans-serif", fontsize=10, arrowsize=0.7];',
    '  "·" [shape=circle, label="", width=0.14, fixedsize=true, fillcolor="#18181b"];',
    `  "·" -> ${quoted(starts)};`,
    ...states.map(
      (state) => `  ${quoted(state)} [label=${quoted(inWords(state))}${ends.has(state) ? ', peripheries=2' : ''}];`,
    ),
    ...Object.entries<Move<string>>(table).flatMap(([name, move]) => edgesOf(name, move)),
    '}',
  ].join('\n');
  return finished(graphviz.dot(dot), noun);
}

/** One for people and one for the clock, from each state. */
function edgesOf(name: string, { by, from, to, after }: Move<string>): string[] {
  const people = by.filter((mover) => mover !== 'clock');
  const labels = [
    ...(people.length > 0 ? [{ label: `${inWords(name)}\n${people.join(', ')}`, style: 'solid' }] : []),
    ...(by.includes('clock') ? [{ label: `⏱\n${inWords(name)}\n${wrapped(after ?? '')}`, style: 'dashed' }] : []),
  ];
  return from.flatMap((state) =>
    labels.map(({ label, style }) => `  ${quoted(state)} -> ${quoted(to)} [label=${quoted(label)}, style=${style}];`),
  );
}

/** `changesRequested` → `changes requested` */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function wrapped(text: string): string {
  return text.replace(/(.{18,}?) /g, '$1\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** Without what names the drawing program, and with a name for those who hear it read. */
function finished(svg: string, noun: string): string {
  return `${svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<text [^>]*x="([-\d.]+)" y="([-\d.]+)"[^>]*>⏱<\/text>/g, (_, x, y) => clock(Number(x), Number(y)))
    .replace('<svg ', `<svg role="img" aria-label="How the ${inWords(noun)} moves" `)
    .trim()}\n`;
}

/** Drawn, as many machines have no letter for it. */
function clock(x: number, y: number): string {
  return `<g fill="white" stroke="#18181b" stroke-width="1.2" stroke-linecap="round"><title>by the clock</title><circle cx="${x}" cy="${y - 4}" r="5"/><path fill="none" d="M${x} ${y - 7}v3h2.5"/></g>`;
}
