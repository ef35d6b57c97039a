import { z } from '../http/routes.ts';
import type { RichBlock, RichInline } from './rich-text.ts';

const text = z.string();

/* The document's generator does not follow what holds itself: the closed list is written out for it. */
const words = { type: 'string' as const };
/** Content of content is the same list again. */
const sameAgain = { type: 'array' as const, items: { type: 'object' as const, required: ['kind'] } };
const manyInlines = {
  type: 'array' as const,
  items: {
    oneOf: [
      described(['text', 'code'], { text: words }),
      described(['strong', 'emphasis'], { content: sameAgain }),
      described(['link'], { href: words, content: sameAgain }),
      described(['lineBreak'], {}),
    ],
  },
};
const manyBlocks = { type: 'array' as const, items: { $ref: '#/components/schemas/RichBlock' } };

function described<P extends Record<string, object>>(kinds: string[], properties: P) {
  const kind = { type: 'string' as const, enum: kinds };
  const required = ['kind', ...Object.keys(properties)];
  return { type: 'object' as const, properties: { kind, ...properties }, required, additionalProperties: false };
}

export const richInlineSchema: z.ZodType<RichInline> = z.lazy(() => {
  const content = z.array(richInlineSchema);
  return z.union([
    z.strictObject({ kind: z.literal('text'), text }),
    z.strictObject({ kind: z.enum(['strong', 'emphasis']), content }),
    z.strictObject({ kind: z.literal('code'), text }),
    z.strictObject({ kind: z.literal('link'), href: text, content }),
    z.strictObject({ kind: z.literal('lineBreak') }),
  ]) as z.ZodType<RichInline>;
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
      described(['heading'], { level: { type: 'integer' as const, minimum: 1, maximum: 3 }, content: manyInlines }),
      described(['list'], {
        isOrdered: { type: 'boolean' as const },
        items: { type: 'array' as const, items: manyBlocks },
      }),
      described(['quote'], { content: manyBlocks }),
      described(['code'], { text: words }),
    ],
  });

/** A long text on the wire: Markdown to edit, `content` to show. */
export const formattedTextSchema = z
  .strictObject({ markdown: z.string(), content: z.array(richBlockSchema) })
  .openapi('FormattedText');
export type FormattedText = z.infer<typeof formattedTextSchema>;
