import { benchStart } from './start-up.ts';

/** `npm run bench [-- search|jobs|board|http|start|imports|ledger|releases|contracts|reports|approvals]`: each part prints its own table; peers run beside it in the same run. */
const parts: Record<string, (args: string[]) => Promise<void>> = {
  start: () => benchStart(),
  http: async () => (await import('./http.ts')).benchHttp(),
  imports: async (args) => (await import('./imports.ts')).benchImports({ path: args[0] }),
  search: async (args) => {
    const { benchSearch } = await import('./search.ts');
    const size = args.indexOf('--size');
    await benchSearch({ sizes: size >= 0 ? [Number(args[size + 1])] : [100_000] });
  },
  jobs: async (args) => {
    const { benchJobs } = await import('./jobs.ts');
    const size = args.indexOf('--size');
    await benchJobs({ size: size >= 0 ? Number(args[size + 1]) : 100_000 });
  },
  ledger: async (args) => (await import('./ledger.ts')).benchLedger(sizeIn(args, 'entries')),
  releases: async (args) => (await import('./releases.ts')).benchReleases(sizeIn(args, 'releases')),
  contracts: async (args) => (await import('./contracts.ts')).benchContracts(sizeIn(args, 'contracts')),
  reports: async (args) => (await import('./reports.ts')).benchReports(sizeIn(args, 'entries')),
  approvals: async () => (await import('./approvals.ts')).benchApprovals(),
  board: async () => (await import('./board.ts')).benchBoard(),
};

function sizeIn<Name extends string>(args: readonly string[], name: Name): { [name in Name]?: number } {
  const size = args.indexOf('--size');
  return (size >= 0 ? { [name]: Number(args[size + 1]) } : {}) as { [name in Name]?: number };
}

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !parts[name]) {
  console.error(`There is no bench "${name}"; choose one of ${Object.keys(parts).join(', ')}, or none for all.`);
  process.exit(1);
}
for (const part of name ? [name] : Object.keys(parts)) await parts[part]!(args);
