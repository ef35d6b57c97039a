/** One after the other, so that a refusal stops nothing and the server is not flooded. */
export async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<{ done: number; problem: unknown }> {
  let done = 0;
  let problem: unknown;
  for (const item of items) {
    try {
      await work(item);
      done += 1;
    } catch (reason) {
      problem ??= reason;
    }
  }
  return { done, problem };
}
