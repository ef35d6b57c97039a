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

/** @throws HireError chunk_load */
export async function lazy<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    await verify?.(known[name]!);
    return await load();
  } catch {
    throw new HireError('chunk_load');
  }
}
