import { z } from '../http/routes.ts';
import type { RichBlock, RichInline } from './rich-text.ts';

const text = z.string();

/* The document's generator does not follow what holds itself: the closed list is written out for it. */
const words = { type: 'string' } as const;
const manyInlines = { type: 'array', items: { $ref: '#/components/schemas/RichInline' } } as const;
const manyBlocks = { type: 'array', items: { $ref: '#/components/schemas/RichBlock' } } as const;

function described<P extends Record<string, object>>(kinds: string[], properties: P) {
  const kind = { type: 'string' as const, enum: kinds };
  const required = ['kind', ...Object.keys(properties)];
  return { type: 'object' as const, properties: { kind, ...properties }, required, additionalProperties: false };
}

export const richInlineSchema: z.ZodType<RichInline> = z
  .lazy(() => {
    const content = z.array(richInlineSchema);
    return z.union([
      z.strictObject({ kind: z.literal('text'), text }),
      z.strictObject({ kind: z.enum(['strong', 'emphasis']), content }),
      z.strictObject({ kind: z.literal('code'), text }),
      z.strictObject({ kind: z.literal('link'), href: text, content }),
      z.strictObject({ kind: z.literal('lineBreak') }),
    ]) as z.ZodType<RichInline>;
  })
  .openapi('RichInline', {
    type: 'object',
    oneOf: [
      described(['text', 'code'], { text: words }),
      described(['strong', 'emphasis'], { content: manyInlines }),
      described(['link'], { href: words, content: manyInlines }),
      described(['lineBreak'], {}),
    ],
  });

export const richBlockSchema: z.ZodType<RichBlock> = z
  .lazy(() => {
    const content = z.array(richInlineSchema);
    return z.union([
      z.strictObject({ kind: z.literal('paragraph'), content }),
      z.strictObject({
        kind: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        content,
      }),
      z.strictObject({ kind: z.literal('list'), isOrdered: z.boolean(), items: z.array(z.array(richBlockSchema)) }),
      z.strictObject({ kind: z.literal('quote'), content: z.array(richBlockSchema) }),
      z.strictObject({ kind: z.literal('code'), text }),
    ]) as z.ZodType<RichBlock>;
  })
  .openapi('RichBlock', {
    type: 'object',
    oneOf: [
      described(['paragraph'], { content: manyInlines }),
      described(['heading'], { level: { type: 'integer', minimum: 1, maximum: 3 }, content: manyInlines }),
      described(['list'], { isOrdered: { type: 'boolean' }, items: { type: 'array', items: manyBlocks } }),
      described(['quote'], { content: manyBlocks }),
      described(['code'], { text: words }),
    ],
  });

/** A long text on the wire: Markdown to edit, `content` to show. */
export const formattedTextSchema = z
  .strictObject({ markdown: z.string(), content: z.array(richBlockSchema) })
  .openapi('FormattedText');
export type FormattedText = z.infer<typeof formattedTextSchema>;
