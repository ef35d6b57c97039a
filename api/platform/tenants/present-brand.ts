import { type Brand, brandImagePath, legalKinds } from './brand.ts';
import type { PublicBrand } from './brand-wire.ts';

/** @param logoUrl where the logo is, for tenants that keep theirs elsewhere */
export function presentBrand(brand: Brand, logoUrl: string | null): PublicBrand {
  const { name, darkLogo, favicon, density, support, signIn, words, legal } = brand;
  return {
    name,
    logoUrl,
    darkLogoUrl: imageUrl(darkLogo),
    faviconUrl: imageUrl(favicon),
    density,
    support: { ...support },
    legal: legalKinds.flatMap((kind) => {
      const text = legal[kind];
      if (!text) return [];
      return [{ kind, title: text.title, url: text.url ?? null, hasText: text.markdown !== undefined }];
    }),
    words: structuredClone(words),
    signIn: { headline: signIn.headline, text: signIn.text, pictureUrl: imageUrl(signIn.picture) },
  };
}

const imageUrl = (hash: string | null): string | null => (hash === null ? null : brandImagePath(hash));
