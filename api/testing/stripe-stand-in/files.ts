import { operation } from './operation.ts';
import { none } from './params.ts';

/** Uploads arrive as multipart; only that something arrived is kept. */
export const fileOperations = [
  operation('POST', '/v1/files', none, (state) =>
    state.put({ id: state.newId('file'), object: 'file', purpose: 'dispute_evidence', created: state.seconds() }),
  ),
];
