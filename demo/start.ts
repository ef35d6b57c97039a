import type { App } from '@portico/api/app.ts';
import { readSettings, type Settings, SettingsRefused } from '@portico/api/env.ts';
import { StartRefused, startServer } from '@portico/api/server.ts';
import { startIntranet } from './intranet/server.ts';
import { printTable } from './print-table.ts';
import { progressLine } from './progress-line.ts';
import { type SeededWorld, seedWorldOnce } from './world/seed-world.ts';

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
  let world: SeededWorld | undefined;
  const server = await startServer(settings, async (app) => {
    world = await seed(app, settings, intranetPort);
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
  // The table says that everything is there, so the search is too.
  await server.app.talentSearch.start();
  await server.app.jobSearch.start();
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

/** @throws StartRefused */
async function seed(app: App, { dataFolder }: Settings, intranetPort: number): Promise<SeededWorld> {
  const showProgress = progressLine();
  let isFirst = true;
  const onProgress: typeof showProgress = (what, done, total) => {
    if (isFirst) console.log('Making the demo world; this happens once.');
    isFirst = false;
    showProgress(what, done, total);
  };
  return seedWorldOnce(app, { dataFolder, intranetPort, onProgress }).catch((error: Error) => {
    throw new StartRefused(
      `The demo world could not be made (${error.message}); start again to go on, or set DATA_DIR to an empty folder.`,
      { cause: error },
    );
  });
}
