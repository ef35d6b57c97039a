import type { Autosave } from '../../api/autosave.ts';
import type { Offer, OfferFields } from '../../api/offers.ts';

export type OfferDraft = Autosave<Offer, OfferFields>;
