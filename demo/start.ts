import { readSettings, SettingsRefused } from '@portico/api/env.ts';
import { StartRefused, startServer } from '@portico/api/server.ts';
import { startIntranet } from './intranet/server.ts';
import { printTable } from './print-table.ts';
import { seedWorldOnce } from './world/seed-world.ts';

/** API, portal and embed files on PORT, the demo intranet on INTRANET_PORT; the world is seeded on the first start. */
const intranetPortDefault = 4001;

try {
  await start();
} catch (error) {
  if (!(error instanceof StartRefused || error instanceof SettingsRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  const intranetPort = Number(process.env.INTRANET_PORT ?? intranetPortDefault);
  let world: Awaited<ReturnType<typeof seedWorldOnce>> | undefined;
  const server = await startServer(settings, async (app) => {
    world = await seedWorldOnce(app.deps, { dataFolder: settings.dataFolder, intranetPort });
  });
  const { host, signIns } = world!;
  const talentBase = `http://localhost:${server.port}/t/${host.slug}`;
  const running = await startIntranet({ port: intranetPort, talentBase, ...host }).catch(
    async (error: NodeJS.ErrnoException) => {
      await server.close();
      if (error.code !== 'EADDRINUSE') throw error;
      throw new StartRefused(`Port ${intranetPort} is in use; stop what uses it or set INTRANET_PORT to another one.`);
    },
  );
  printTable({ settings, intranetPort: running.port, signIns });

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await running.close();
    await server.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
}
