import { z } from '../../platform/http/routes.ts';
import { operation } from './operation.ts';
import { metadata, onlyExpand, text } from './params.ts';

export const customerOperations = [
  operation(
    'POST',
    '/v1/customers',
    z.strictObject({ name: text(256), metadata }),
    (state, { name, metadata: kept }) => {
      const id = state.newId('cus');
      return state.put({ id, object: 'customer', created: state.seconds(), name, metadata: kept });
    },
  ),
  operation('GET', '/v1/customers/:id', onlyExpand, (state, _, { id }) => state.get('customer', id!)),
  operation('POST', '/v1/payment_methods/:id/detach', z.strictObject({}), (state, _, { id }) => {
    const method = state.get('payment_method', id!);
    return state.put({ ...method, customer: null });
  }),
];
