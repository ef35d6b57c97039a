import { moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';
import { richBlockSchema } from '../../platform/rich-text/schema.ts';
import type { TermsDifferences } from '../../work/contracts/schema.ts';
import { feeScheduleSchema } from '../proposals/parts-schema.ts';
import { offerMessageMaxLength, offerSides, offerStates, offerTextMaxLength, offerTitleMaxLength } from './offer.ts';
import { hashSchema, offerTermsSchema, paymentTermsSchema, purchaseOrderSchema } from './terms-schema.ts';

export type { MilestoneTerms, OfferTerms, PaymentTerms, PurchaseOrderReference } from './terms-schema.ts';

const id = z.string().min(1).max(64);
const instant = z.iso.datetime();
const label = z.string().trim().min(1).max(120);
export const reasonSchema = z.string().trim().min(1).max(1000);
export const typedNameSchema = z.string().max(200);
const date = z.iso.date();

/** What a draft may be given; everything may be left out. */
export const offerFieldsSchema = z
  .strictObject({
    title: z.string().trim().max(offerTitleMaxLength),
    payment: paymentTermsSchema.nullable(),
    startsOn: date.nullable(),
    endsOn: date.nullable(),
    purchaseOrder: purchaseOrderSchema.nullable(),
    nda: z.boolean(),
    text: z.string().max(offerTextMaxLength),
    templateId: id.openapi({ description: 'Takes over the text of this template’s newest version' }),
    team: label.nullable(),
    costCenter: label.nullable(),
    message: z.string().trim().max(offerMessageMaxLength),
  })
  .partial()
  .openapi('OfferFields');
export type OfferFields = z.infer<typeof offerFieldsSchema>;

/** Terms the freelancer would sign; what is left out stays as offered. */
export const counterTermsSchema = offerFieldsSchema
  .pick({ payment: true, startsOn: true, endsOn: true, nda: true, text: true })
  .extend({ payment: paymentTermsSchema.optional() })
  .openapi('CounterTerms');
export type CounterTerms = z.infer<typeof counterTermsSchema>;

export const offerToSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('proposal'), proposalId: id }),
    z.strictObject({ kind: z.literal('freelancer'), freelancerId: id, jobPostId: id.optional() }),
    z.strictObject({
      kind: z.literal('email'),
      email: z.email().max(254),
      name: z.string().trim().min(1).max(120),
      jobPostId: id.optional(),
    }),
  ])
  .openapi('OfferTo');
export type OfferTo = z.infer<typeof offerToSchema>;

export const signatureSchema = z
  .strictObject({
    side: z.enum(offerSides),
    typedName: z.string(),
    signedAt: instant,
    termsHash: hashSchema,
    version: z.int(),
  })
  .openapi('OfferSignature');

export const offerVersionSchema = z
  .strictObject({
    version: z.int().min(1),
    by: z.enum(offerSides),
    personName: z.string(),
    createdAt: instant,
    terms: offerTermsSchema,
    termsHash: hashSchema,
    message: z.string(),
    signatures: z.array(signatureSchema),
  })
  .openapi('OfferVersion');
export type OfferVersion = z.infer<typeof offerVersionSchema>;

/** For a fixed price of the total, for hourly work of one hour. */
export const offerAmountsSchema = z
  .strictObject({
    basis: z.enum(['total', 'hour']),
    gross: moneySchema,
    freelancerFee: moneySchema.openapi({ description: 'What the marketplace keeps of the freelancer’s gross' }),
    freelancerNet: moneySchema,
    clientFee: moneySchema.openapi({ description: 'What the client pays on top' }),
    clientTotal: moneySchema,
  })
  .openapi('OfferAmounts');
export type OfferAmounts = z.infer<typeof offerAmountsSchema>;

const freelancerTileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  headline: z.string(),
  photoUrl: z.string().nullable(),
});
const jobPostLinkSchema = z.strictObject({ id: z.string(), title: z.string() });
const richText = z.array(richBlockSchema).openapi({ description: 'The terms’ text, as pages show it' });

export const offerSummarySchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(offerStates),
    title: z.string(),
    payment: paymentTermsSchema.nullable(),
    freelancer: freelancerTileSchema.nullable(),
    invited: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
    jobPost: jobPostLinkSchema.nullable(),
    proposalId: z.string().nullable(),
    version: z.int().openapi({ description: 'The newest that was put to the other side; 0 in a new draft' }),
    sentAt: instant.nullable(),
    expiresAt: instant.nullable(),
    updatedAt: instant,
    contractId: z.string().nullable(),
  })
  .openapi('OfferSummary');
export type OfferSummary = z.infer<typeof offerSummarySchema>;

export const offerSchema = offerSummarySchema
  .extend({
    terms: offerTermsSchema.openapi({ description: 'As they would be sent, or as they were' }),
    termsHash: hashSchema,
    content: richText,
    team: z.string().nullable(),
    costCenter: z.string().nullable(),
    message: z.string(),
    amounts: offerAmountsSchema.nullable(),
    createdBy: z.string(),
    sentBy: z.string().nullable(),
    approvalId: z.string().nullable(),
    endReason: z.string().nullable(),
    versions: z.array(offerVersionSchema),
    document: z
      .strictObject({ url: z.string(), sha256: hashSchema.nullable() })
      .nullable()
      .openapi({ description: 'sha256 once it is signed by both' }),
  })
  .openapi('Offer');
export type Offer = z.infer<typeof offerSchema>;

export const freelancerOfferSummarySchema = z
  .strictObject({
    id: z.string(),
    state: z
      .enum(offerStates)
      .openapi({ description: 'countered also while the client works on its answer to a counter-offer' }),
    title: z.string(),
    payment: paymentTermsSchema,
    client: z.strictObject({ name: z.string(), logoUrl: z.string().nullable() }),
    jobPost: jobPostLinkSchema.nullable(),
    proposalId: z.string().nullable(),
    version: z.int().min(1),
    sentAt: instant,
    expiresAt: instant.nullable(),
    contractId: z.string().nullable(),
  })
  .openapi('FreelancerOfferSummary');
export type FreelancerOfferSummary = z.infer<typeof freelancerOfferSummarySchema>;

export const freelancerOfferSchema = freelancerOfferSummarySchema
  .extend({
    terms: offerTermsSchema,
    termsHash: hashSchema,
    content: richText,
    message: z.string(),
    amounts: offerAmountsSchema,
    feeSchedule: feeScheduleSchema.openapi({ description: 'Reckons the amounts of other terms before they are sent' }),
    sentBy: z.string(),
    endReason: z.string().nullable(),
    signerName: z.string().openapi({ description: 'The name of the profile, which is typed to sign' }),
    versions: z.array(offerVersionSchema),
    document: z.strictObject({ url: z.string(), sha256: hashSchema.nullable() }),
  })
  .openapi('FreelancerOffer');
export type FreelancerOffer = z.infer<typeof freelancerOfferSchema>;

export type OfferDifferences = TermsDifferences;

export const offerInvitationSchema = z
  .strictObject({
    id: z.string(),
    clientName: z.string(),
    sentBy: z.string(),
    title: z.string(),
    maskedEmail: z.string().openapi({ example: 'a…@example.com' }),
    isOpen: z.boolean(),
    expiresAt: instant.nullable(),
  })
  .openapi('OfferInvitation');
export type OfferInvitation = z.infer<typeof offerInvitationSchema>;
