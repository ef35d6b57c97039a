import { HireError } from './hire-error.ts';

export type CheckedFile = [file: string, sha256: string];
/** By a module's path under `widgets/` without ending: the files it needs. */
export type LaterFiles = Record<string, CheckedFile[]>;
/** Resolves once the browser has checked the bytes of each. */
export type Verify = (files: CheckedFile[]) => Promise<unknown>;

const known: LaterFiles = {};
let verify: Verify | undefined;

/** The loader vouches for its own files; in a host's bundle the host's build does. */
export const verifyWith = (verifier: Verify, ...tables: LaterFiles[]): void => {
  verify = verifier;
  Object.assign(known, ...tables);
};

/**
 * @param load in the served files 0 for words: their file is in the table, and need not be named a second time
 * @throws HireError chunk_load
 */
export async function lazy<Module>(name: string, load: (() => Promise<Module>) | 0): Promise<Module> {
  try {
    const files = known[name]!;
    await verify?.(files);
    return await (load ? load() : import(/* @vite-ignore */ /* webpackIgnore: true */ `./${files.at(-1)![0]}`));
  } catch {
    throw new HireError('chunk_load');
  }
}
