import { answerPrints } from '../../../platform/documents/answer-prints.ts';
import { printInvoice } from './print-invoice.ts';

answerPrints(printInvoice);
