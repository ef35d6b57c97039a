import { shaded } from './portrait-colors.ts';

/** Layers of hair around a head whose crown is at (128, 60) and whose ears are at y 116. */
export type Hair = { back: string; front: string; hidesEars?: boolean };
type Style = (color: string) => Hair;

const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const strand = (d: string, color: string, width = 2.4) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" opacity=".5"/>`;
const circles = (centers: readonly (readonly [number, number, number])[], fill: string) =>
  centers.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`).join('');

const crown =
  'M84 112C80 72 100 46 129 46C158 46 176 72 172 112C170 102 167 95 163 89C150 88 138 84 128 76C118 84 106 88 93 89C89 95 86 102 84 112Z';
const sidePart =
  'M84 112C80 72 100 46 131 46C160 46 176 74 172 112C170 103 168 96 164 90C140 90 118 84 106 68C104 80 98 88 92 92C88 98 86 104 84 112Z';
const fringe =
  'M84 114C80 72 100 46 128 46C156 46 176 72 172 114C171 106 169 102 166 98C156 101 147 100 140 97C130 101 118 101 110 97C102 101 96 101 90 98C87 102 85 107 84 114Z';

export const feminineStyles: readonly Style[] = [
  // long and straight
  (c) => ({
    back: path(
      'M78 112C74 66 98 42 128 42C160 42 182 66 178 112L184 214C168 226 150 224 144 216L112 216C106 224 88 226 72 214Z',
      shaded(c, -0.18),
    ),
    front:
      path(sidePart, c) +
      strand('M104 62C98 74 94 82 90 88', shaded(c, 0.2)) +
      strand('M150 56C160 64 166 76 168 88', shaded(c, 0.2)),
  }),
  // bob
  (c) => ({
    back: path(
      'M76 110C72 64 98 42 128 42C160 42 184 64 180 110C184 140 184 160 174 172C160 178 96 178 82 172C72 160 72 140 76 110Z',
      shaded(c, -0.18),
    ),
    front:
      path(fringe, c) +
      strand('M114 56C110 70 108 82 110 94', shaded(c, 0.2)) +
      strand('M144 56C146 70 146 82 142 94', shaded(c, 0.2)),
  }),
  // bun on top
  (c) => ({
    back: `${circles([[128, 45, 19]], shaded(c, -0.1))}${path('M82 116C78 70 98 46 128 46C158 46 178 70 174 116Z', shaded(c, -0.18))}`,
    front:
      path(crown, c) +
      strand('M118 36C123 30 133 30 139 37', shaded(c, 0.22)) +
      strand('M100 66C110 56 120 52 128 52', shaded(c, 0.22)),
  }),
  // wavy and long
  (c) => ({
    back: path(
      'M78 106C74 64 98 42 128 42C160 42 182 64 178 106C190 122 178 140 188 156C196 176 184 206 168 212C156 216 148 208 146 200L110 200C108 208 100 216 88 212C72 206 60 176 68 156C78 140 66 122 78 106Z',
      shaded(c, -0.16),
    ),
    front:
      path(sidePart, c) +
      strand('M174 130C180 146 172 160 180 178', shaded(c, 0.16)) +
      strand('M82 130C76 146 84 160 76 178', shaded(c, 0.16)),
  }),
  // ponytail over the shoulder
  (c) => ({
    back:
      path('M82 116C78 70 98 44 128 44C158 44 178 70 174 116Z', shaded(c, -0.16)) +
      path(
        'M158 60C196 66 196 118 182 142C192 168 186 200 168 214C176 186 166 160 170 134C176 112 172 86 152 74Z',
        shaded(c, -0.1),
      ),
    front: path(crown, c) + strand('M104 64C116 54 130 52 144 56', shaded(c, 0.22)),
  }),
  // short, brushed to the side
  (c) => ({
    back: path(
      'M80 122C74 70 98 42 128 42C160 42 182 70 176 122C174 134 168 138 164 130L92 130C88 138 82 134 80 122Z',
      shaded(c, -0.18),
    ),
    front:
      path(
        'M82 118C78 70 100 44 130 44C160 44 178 74 174 116C170 104 168 98 164 94C146 96 124 92 112 74C108 86 100 94 92 98C86 104 84 110 82 118Z',
        c,
      ) + strand('M118 66C130 80 146 86 160 86', shaded(c, 0.2)),
  }),
  // round and curly
  (c) => {
    const ring: [number, number, number][] = [
      [84, 92, 26],
      [92, 62, 26],
      [116, 44, 26],
      [144, 44, 26],
      [166, 62, 26],
      [174, 92, 26],
      [178, 120, 22],
      [78, 120, 22],
      [128, 60, 36],
    ];
    return {
      back: circles(ring, shaded(c, -0.12)),
      front: circles(
        [
          [98, 78, 13],
          [113, 70, 13],
          [129, 67, 14],
          [145, 70, 13],
          [159, 78, 13],
          [90, 92, 9],
          [167, 92, 9],
        ],
        c,
      ),
    };
  },
  // two braids
  (c) => {
    const braid = (x: number) =>
      circles(
        [
          [x, 150, 13],
          [x - 1, 170, 12],
          [x, 189, 11],
          [x + 1, 206, 10],
        ],
        shaded(c, -0.1),
      );
    return {
      back: path(
        'M80 116C76 68 98 44 128 44C158 44 180 68 176 116C178 130 176 140 170 146L86 146C80 140 78 130 80 116Z',
        shaded(c, -0.18),
      ),
      front: path(crown, c) + braid(80) + braid(176) + strand('M128 50L128 74', shaded(c, -0.3), 1.8),
    };
  },
  // long with a fringe
  (c) => ({
    back: path(
      'M76 112C72 64 98 40 128 40C160 40 184 64 180 112L182 204C166 218 152 216 146 206L110 206C104 216 90 218 74 204Z',
      shaded(c, -0.18),
    ),
    front:
      path(fringe, c) +
      strand('M120 52C116 68 116 82 118 94', shaded(c, 0.18)) +
      strand('M138 52C142 68 142 82 138 94', shaded(c, 0.18)),
  }),
  // curls to the shoulder
  (c) => {
    const side = (x: number, s: number): [number, number, number][] => [
      [x, 100, 18],
      [x - 6 * s, 124, 18],
      [x - 4 * s, 148, 19],
      [x - 8 * s, 170, 18],
      [x + 4 * s, 186, 16],
    ];
    return {
      back: circles([...side(84, 1), ...side(172, -1), [106, 64, 26], [128, 56, 28], [150, 64, 26]], shaded(c, -0.14)),
      front:
        path(sidePart, c) +
        circles(
          [
            [88, 96, 9],
            [168, 96, 9],
            [84, 112, 8],
            [172, 112, 8],
          ],
          c,
        ),
    };
  },
];

export const masculineStyles: readonly Style[] = [
  // short with a side part
  (c) => ({
    back: path('M84 118C80 72 100 46 128 46C156 46 176 72 172 118Z', shaded(c, -0.2)),
    front:
      path(
        'M84 110C80 70 98 44 130 44C162 44 176 72 172 110C170 100 168 92 163 87C144 88 122 84 110 72C106 80 98 86 92 90C88 96 86 102 84 110Z',
        c,
      ) + strand('M114 60C128 70 146 76 160 78', shaded(c, 0.2)),
  }),
  // very short
  (c) => ({
    back: path('M86 112C83 74 102 52 128 52C154 52 173 74 170 112Z', shaded(c, -0.1)),
    front: path(
      'M86 108C83 72 102 51 128 51C154 51 173 72 170 108C168 96 165 88 160 82C150 77 140 75 128 75C116 75 106 77 96 82C91 88 88 96 86 108Z',
      c,
    ),
  }),
  // brushed up
  (c) => ({
    back: path('M84 116C82 76 102 52 128 52C156 52 174 76 172 116Z', shaded(c, -0.22)),
    front:
      path(
        'M85 108C82 86 88 72 96 64C94 46 116 34 138 38C160 38 176 54 170 78C172 88 172 98 171 108C169 96 166 90 162 84C146 78 118 76 98 84C92 90 88 98 85 108Z',
        c,
      ) +
      strand('M106 66C112 54 126 48 140 48', shaded(c, 0.22)) +
      strand('M122 68C130 58 144 54 156 56', shaded(c, 0.22)),
  }),
  // curls on top
  (c) => ({
    back: path('M85 114C82 78 102 56 128 56C154 56 174 78 171 114Z', shaded(c, -0.25)),
    front:
      circles(
        [
          [98, 74, 13],
          [108, 61, 14],
          [122, 55, 14],
          [137, 54, 14],
          [151, 60, 14],
          [160, 74, 12],
          [116, 69, 12],
          [131, 67, 12],
          [146, 70, 12],
        ],
        c,
      ) +
      path('M85 108C85 94 88 84 94 78L98 88C91 94 88 100 85 108Z', c) +
      path('M171 108C171 94 168 84 162 78L158 88C165 94 168 100 171 108Z', c),
  }),
  // to the collar
  (c) => ({
    back: path(
      'M80 112C76 66 100 42 128 42C158 42 180 66 176 112C180 140 178 160 170 174C160 178 150 172 146 164L110 164C106 172 96 178 86 174C78 160 76 140 80 112Z',
      shaded(c, -0.2),
    ),
    front:
      path(crown, c) +
      strand('M112 56C104 66 98 76 94 86', shaded(c, 0.18)) +
      strand('M146 56C154 66 160 76 162 86', shaded(c, 0.18)),
  }),
  // bald
  () => ({ back: '', front: '' }),
  // receding
  (c) => ({
    back: path('M83 122C81 100 85 86 92 78L164 78C171 86 175 100 173 122Z', shaded(c, -0.2)),
    front:
      path('M84 118C82 98 86 84 92 77C95 74 98 72 101 70C97 77 95 83 95 90C90 98 87 107 84 118Z', c) +
      path('M172 118C174 98 170 84 164 77C161 74 158 72 155 70C159 77 161 83 161 90C166 98 169 107 172 118Z', c),
  }),
  // short and tightly curled
  (c) => ({
    back: path('M84 112C80 72 100 44 128 44C156 44 176 72 172 112Z', shaded(c, -0.14)),
    front: path(
      'M85 106C80 70 100 43 128 43C156 43 176 70 171 106C169 94 166 86 162 81C156 80 150 78 144 79C134 76 122 76 112 79C106 78 100 80 94 81C90 86 87 94 85 106Z',
      c,
    ),
  }),
  // a fringe, cropped
  (c) => ({
    back: path('M84 116C80 72 100 48 128 48C156 48 176 72 172 116Z', shaded(c, -0.2)),
    front:
      path(
        'M84 110C80 72 100 46 128 46C156 46 176 72 172 110C170 102 168 96 165 91L156 95L148 90L139 95L130 90L121 95L112 90L103 95L95 90L91 92C88 97 86 103 84 110Z',
        c,
      ) +
      strand('M110 58C106 68 104 76 104 84', shaded(c, 0.2)) +
      strand('M142 56C146 66 148 76 148 84', shaded(c, 0.2)),
  }),
  // tied back
  (c) => ({
    back: `${circles([[128, 42, 15]], shaded(c, -0.12))}${path('M84 116C80 74 100 50 128 50C156 50 176 74 172 116Z', shaded(c, -0.2))}`,
    front:
      path(
        'M84 112C80 74 102 50 128 50C154 50 176 74 172 112C170 100 166 90 160 82C150 76 140 73 128 73C116 73 106 76 96 82C90 90 86 100 84 112Z',
        c,
      ) +
      strand('M108 74C112 64 118 58 124 54', shaded(c, 0.22)) +
      strand('M148 74C144 64 138 58 132 54', shaded(c, 0.22)),
  }),
];

/** Which of the masculine styles show a bare head; they belong to older people. */
export const baldStyles: ReadonlySet<number> = new Set([5, 6]);

export function headscarf(color: string): Hair {
  return {
    hidesEars: true,
    back: path(
      'M72 116C66 62 96 36 128 36C162 36 190 62 184 116C190 168 178 206 168 224L88 224C78 206 66 168 72 116Z',
      shaded(color, -0.12),
    ),
    front:
      `<path fill-rule="evenodd" d="M74 118C68 64 96 38 128 38C162 38 188 64 182 118C184 160 166 190 128 196C90 190 72 160 74 118ZM128 68C104 68 90 88 90 114C90 146 106 168 128 169C150 168 166 146 166 114C166 88 152 68 128 68Z" fill="${color}"/>` +
      path(
        'M84 172C104 192 152 192 172 172C186 198 180 222 164 234C142 246 114 246 92 234C76 222 70 198 84 172Z',
        color,
      ) +
      strand('M96 56C84 68 80 90 80 112', shaded(color, 0.25), 3) +
      strand('M96 190C112 204 140 204 158 192', shaded(color, -0.25), 3) +
      strand('M92 206C112 216 146 216 164 206', shaded(color, -0.25), 3),
  };
}
