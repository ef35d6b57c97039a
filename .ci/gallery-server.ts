import { createAdaptorServer } from '@hono/node-server';
import { gallery } from '../demo/gallery/server.ts';

/** The gallery alone, for the comparison of pictures. */
createAdaptorServer({ fetch: gallery().fetch }).listen(Number(process.env.PORT));
