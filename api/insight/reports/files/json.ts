import { reports } from '../report.ts';
import { chunked } from './chunked.ts';
import type { FileOf, Put } from './file-of.ts';

/** One object: what it is, its rows, and at the end what is known when all went by. */
export async function writeJson({ definition, head, columns, rows, end }: FileOf, put: Put): Promise<void> {
  const out = chunked(put);
  const { slug } = definition;
  const about = {
    id: reports[slug],
    slug,
    owner: head.owner,
    asOf: head.asOf,
    filters: Object.fromEntries(head.filters),
    link: head.link,
    columns,
  };
  out.add(`{"report":${JSON.stringify(about)},"rows":[`);
  let isFirst = true;
  for await (const batch of rows) {
    let text = '';
    for (const row of batch) {
      text += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
      isFirst = false;
    }
    out.add(text);
    await out.drain();
  }
  const { rowCount, contentHash, totals } = end();
  out.add(`\n],"meta":${JSON.stringify({ rowCount, contentHash, totals })}}\n`);
  await out.end();
}
