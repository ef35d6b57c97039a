export type LockedPackage = {
  version?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, LockedPackage> };

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/**
 * Packages for other machines that a locked package wants and the lock file lacks: `npm install` leaves them out where
 * it cannot fetch them, and `npm ci` then refuses the whole file, on every machine.
 */
export function missingEntries({ packages }: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`));
      if (!isThere)
        missing[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

/** Read from the name, as in `@rollup/rollup-linux-x64-musl`: for such a machine alone npm asks for the package. */
function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'os' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  // What runs in a virtual machine runs on every system.
  const isPortable = cpu[0] === 'wasm32';
  if (cpu.length === 0 || (os.length === 0 && !isPortable))
    throw new Error(`${name} does not say what machine it is for: install where it can be fetched`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os[0] === 'linux' ? ['glibc'] : undefined;
  return { cpu, ...(os.length > 0 && { os }), ...(libc && { libc }) };
}
