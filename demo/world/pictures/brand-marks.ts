import sharp from 'sharp';

export type BrandMarks = { logo: Buffer; darkLogo: Buffer; favicon: Buffer; picture: Buffer };
type Mark = { name: string; color: string; onDark: string; emblem: (color: string) => string; scene: string };

/** A valve's handwheel over water. */
const wheel = (color: string) =>
  `<g fill="none" stroke="${color}" stroke-width="9" stroke-linecap="round"><circle cx="60" cy="46" r="32"/><path d="M60 14v64M28 46h64M37 23l46 46M83 23 37 69"/><path d="M12 98q12-10 24 0t24 0 24 0 24 0"/></g><circle cx="60" cy="46" r="11" fill="${color}"/>`;

/** A fox with large ears. */
const fox = (color: string) =>
  `<path fill="${color}" d="M14 8c2 30 8 44 18 54l28 44 28-44c10-10 16-24 18-54L76 40q-16-7-32 0z"/><path fill="#fff" fill-opacity=".92" d="M60 106 42 74q9 7 18 7t18-7z"/><circle cx="46" cy="60" r="5" fill="#2b1226"/><circle cx="74" cy="60" r="5" fill="#2b1226"/>`;

const marks: Record<'larkmoor' | 'fennec', Mark> = {
  larkmoor: {
    name: 'Larkmoor',
    color: '#17573f',
    onDark: '#8fe0bb',
    emblem: wheel,
    scene:
      '<rect width="1200" height="1000" fill="#e9efe4"/><circle cx="900" cy="230" r="120" fill="#f6d98a"/><path fill="#8fb79c" d="M0 520q200-160 420-60t420-90 360 70v560H0z"/><path fill="#4c8a6c" d="M0 640q260-120 520-20t680-60v440H0z"/><g fill="#17573f"><rect x="180" y="470" width="90" height="300" rx="12"/><rect x="310" y="400" width="110" height="370" rx="12"/><rect x="455" y="530" width="190" height="240" rx="12"/></g><path fill="none" stroke="#0f3d2c" stroke-width="26" stroke-linecap="round" stroke-linejoin="round" d="M100 800h420v-90h230v150h330"/><circle cx="750" cy="710" r="54" fill="none" stroke="#0f3d2c" stroke-width="20"/><path fill="#2f7fa0" d="M0 880q100-40 200 0t200 0 200 0 200 0 200 0 200 0v120H0z"/>',
  },
  fennec: {
    name: 'Studio Fennec',
    color: '#c23a4a',
    onDark: '#ffa79b',
    emblem: fox,
    scene:
      '<rect width="1200" height="1000" fill="#fbe6e0"/><circle cx="330" cy="330" r="250" fill="#f08a7a"/><rect x="560" y="150" width="420" height="420" rx="60" fill="#6b2a5c"/><circle cx="770" cy="360" r="140" fill="#fbe6e0"/><path fill="#c23a4a" d="M120 900c160-260 360-300 520-120s330 90 480-120v340H120z"/><g stroke="#2b1226" stroke-width="12" fill="none" stroke-linecap="round"><path d="M210 620h210M210 670h130"/><path d="M650 650c60-60 120-60 180 0s120 60 180 0"/></g>',
  },
};

export type MarkedTenant = keyof typeof marks;

/** Logo for both grounds, icon and picture of an invented company. */
export async function drawBrandMarks(tenant: MarkedTenant): Promise<BrandMarks> {
  const mark = marks[tenant];
  const [logo, darkLogo, favicon, picture] = await Promise.all([
    trimmed(wordmark(mark, mark.color, mark.color)),
    trimmed(wordmark(mark, mark.onDark, '#ffffff')),
    png(icon(mark), 512),
    png(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1000">${mark.scene}</svg>`, 1000),
  ]);
  return { logo: logo!, darkLogo: darkLogo!, favicon: favicon!, picture: picture! };
}

function wordmark({ name, emblem }: Mark, color: string, ink: string): string {
  // Wider than any font needs; what is left over is cut off.
  const width = 200 + name.length * 60;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 120">${emblem(color)}<text x="136" y="85" font-family="Inter,DejaVu Sans,Liberation Sans,sans-serif" font-size="70" font-weight="700" letter-spacing="-2" fill="${ink}">${name}</text></svg>`;
}

function icon({ emblem, color }: Mark): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160"><rect width="160" height="160" rx="36" fill="${color}"/><g transform="translate(20 22)">${emblem('#ffffff').replace('#fff"', `${color}"`)}</g></svg>`;
}

const png = (svg: string, height: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 150 }).resize({ height }).png().toBuffer();

const trimmed = async (svg: string): Promise<Buffer> =>
  sharp(await sharp(Buffer.from(svg), { density: 150 }).trim().png().toBuffer())
    .resize({ height: 240 })
    .png()
    .toBuffer();
