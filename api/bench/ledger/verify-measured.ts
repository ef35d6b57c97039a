import process from 'node:process';

/** `npm run ledger -- verify`, then what it took on a line of JSON. */
process.argv[2] = 'verify';
const startedMs = performance.now();
await import('../../commands/ledger.ts');
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const tenths = (value: number) => Math.round(value * 10) / 10;
console.log(
  JSON.stringify({
    seconds: tenths((performance.now() - startedMs) / 1000),
    cpuSeconds: tenths((userCPUTime + systemCPUTime) / 1e6),
    rssMb: Math.round(maxRSS / 1000),
  }),
);
