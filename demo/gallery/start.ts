import { serve } from '@hono/node-server';
import { gallery } from './server.ts';

/** The gallery alone, for the comparison of pictures: `PORT=… node demo/gallery/start.ts`. */
serve({ fetch: gallery().fetch, port: Number(process.env.PORT) });
