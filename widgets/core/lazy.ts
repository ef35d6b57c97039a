import { HireError } from './hire-error.ts';

/** Checks a lazy chunk, by its name, before it is imported. */
export type Verify = (name: string) => Promise<unknown>;

let verify: Verify = () => Promise.resolve();

/** The loader vouches for its own files; in a host's bundle the host's build does. */
export const verifyLazyChunksWith = (verifier: Verify): void => {
  verify = verifier;
};

/** `name` is the module's path under `widgets/` without ending: the key under which the loader knows its hash. */
export async function lazy<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    await verify(name);
    return await load();
  } catch {
    throw new HireError('chunk_load');
  }
}
