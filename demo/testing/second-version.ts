import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

type Manifest = { loader: { file: string }; files: Record<string, unknown> };

/**
 * The built files as another version has them: every one differs by a few bytes, and every hash is that of the new bytes.
 * @returns what to serve, by path, and the new loader's integrity
 */
export function secondVersion(folder: string, path: string): { files: Map<string, string>; integrity: string } {
  const { loader, files }: Manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  const texts = new Map(
    [...Object.keys(files), loader.file].map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
  );
  const hashes = new Map([...texts].map(([file, text]) => [file, hash('sha256', text)]));
  const made = new Map<string, string>();
  // A file can be written once those whose hashes it holds are.
  while (made.size < texts.size) {
    const before = made.size;
    for (const [file, text] of texts) {
      const held = [...hashes].filter(([, sha256]) => text.includes(sha256));
      if (made.has(file) || held.some(([other]) => !made.has(other))) continue;
      const next = held.reduce(
        (now, [other, sha256]) => now.replaceAll(sha256, hash('sha256', made.get(other)!)),
        text,
      );
      made.set(file, `${next}\n/* the next version */\n`);
    }
    if (made.size === before) throw new Error('Files hold each other’s hashes.');
  }
  return {
    files: new Map([...made].map(([file, text]) => [`${path}/${file}`, text])),
    integrity: `sha384-${createHash('sha384').update(made.get(loader.file)!).digest('base64')}`,
  };
}

/** As the tables hold them: without padding. */
const hash = (algorithm: string, text: string) =>
  createHash(algorithm).update(text).digest('base64').replace(/=+$/, '');
