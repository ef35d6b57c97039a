import { answerPrints } from '../../../platform/documents/answer-prints.ts';
import { printOffer } from './print-offer.ts';

answerPrints(printOffer);
