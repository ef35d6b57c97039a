/** A reason not to go on, in one sentence that says what to do. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** Runs a command's main function; a refusal is printed as its sentence alone, anything else whole. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
