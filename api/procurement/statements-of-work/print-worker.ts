import { answerPrints } from '../../platform/documents/answer-prints.ts';
import { printStatement } from './print-statement.ts';

answerPrints(printStatement);
