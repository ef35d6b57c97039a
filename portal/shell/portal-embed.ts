import { createEmbed, type Embed } from '@portico/widgets';
import { post } from '../api/client.ts';
import { basePath } from '../router.ts';
import { locale } from '../strings/strings.ts';
import { preferences } from './preferences.ts';
import { tenantTheme } from './session.ts';

let embed: Embed | undefined;

/** The portal uses the same widgets as any host page, with a session for the person who is signed in. */
export function portalEmbed(): Embed {
  if (!embed || embed.destroyed) {
    const made = createEmbed({
      apiBase: location.origin + basePath,
      locale: locale(),
      theme: tenantTheme(),
      fetchSession: ({ scope, signal }) =>
        post<{ token: string; expiresAt: string }>('/v1/embed/sessions/own', scope && { elevate: [scope] }, { signal }),
    });
    preferences.subscribe(() => made.update({ locale: locale() }));
    embed = made;
  }
  return embed;
}
