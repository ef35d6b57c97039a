/** Where a list of several sources was left: what is at or above it was given out. */
export type Place = { at: number; id: string };

/** A source's next rows below a place, the newest first. */
export type Source<Row> = (after: Place | undefined, limit: number) => Promise<Row[]>;

/** Goes through a source in batches; memory does not grow with its length. */
export async function* walk<Row extends Place>(
  source: Source<Row>,
  after: Place | undefined,
  batch: number,
): AsyncGenerator<Row> {
  for (let place = after; ; ) {
    const rows = await source(place, batch);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    place = { at: last.at, id: last.id };
  }
}

/** Several that each go from the newest to the oldest, as one that does. */
export async function* merged<Row extends Place>(walks: readonly AsyncGenerator<Row>[]): AsyncGenerator<Row> {
  const heads = await Promise.all(walks.map(async (rows) => ({ rows, head: await rows.next() })));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const one of heads)
      if (!one.head.done && (!first || isNewer(one.head.value, first.head.value as Row))) first = one;
    if (!first) return;
    yield first.head.value as Row;
    first.head = await first.rows.next();
  }
}

export function isNewer(one: Place, other: Place): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}

/** In pieces of at most `size`. */
export async function* inChunks<Row>(rows: AsyncGenerator<Row>, size: number): AsyncGenerator<Row[]> {
  let chunk: Row[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The first of them, and whether there are more. */
export async function take<Row>(rows: AsyncGenerator<Row>, limit: number): Promise<{ page: Row[]; hasMore: boolean }> {
  const page: Row[] = [];
  for await (const row of rows) {
    if (page.length === limit) return { page, hasMore: true };
    page.push(row);
  }
  return { page, hasMore: false };
}
