import type { Client, World } from './world.ts';

/** What a client asks for once, and may repeat under the same key until it was told. */
export type Attempt = {
  send(): Promise<Response>;
  /** The effect is there, once. @throws when it is missing, or there twice */
  check(): Promise<void>;
};

export type Session = { url: string; owner: Client; freelancer(id: string): Promise<Client> };

export type Operation = {
  name: string;
  /** Makes as many as will be asked for at once; `session` gives the server that runs when they are sent. */
  prepare(world: World, session: () => Session, count: number): Promise<Attempt[]>;
};
