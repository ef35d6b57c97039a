import { benchStart } from './start-up.ts';

/** `npm run bench [-- search|http|start]`: each part prints its own table; peers run beside it in the same run. */
const parts: Record<string, (args: string[]) => Promise<void>> = {
  start: () => benchStart(),
  http: async () => (await import('./http.ts')).benchHttp(),
  search: async (args) => {
    const { benchSearch } = await import('./search.ts');
    const size = args.indexOf('--size');
    await benchSearch({ sizes: size >= 0 ? [Number(args[size + 1])] : [100_000] });
  },
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !parts[name]) {
  console.error(`There is no bench "${name}"; choose one of ${Object.keys(parts).join(', ')}, or none for all.`);
  process.exit(1);
}
for (const part of name ? [name] : Object.keys(parts)) await parts[part]!(args);
