import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { codeMaxLength, importRowsMax, nameMaxLength } from './cost-center.ts';

const tags = ['Cost centers'];
const path = '/v1/cost-centers';
const id = z.string().min(1).max(64);
const code = z.string().trim().min(1).max(codeMaxLength);
const label = z.string().trim().min(1).max(120);

const fields = z.strictObject({
  name: z.string().trim().min(1).max(nameMaxLength),
  ownerId: id.nullable().openapi({ description: 'A person of the company who answers for it' }),
  parentCode: code.nullable(),
  teams: z.array(label).max(100).openapi({ description: 'Names of the teams it is for; empty: all' }),
  isActive: z.boolean(),
});

export const newCostCenterSchema = fields.partial().required({ name: true }).extend({ code }).openapi('NewCostCenter');
export type NewCostCenter = z.infer<typeof newCostCenterSchema>;
export const costCenterChangeSchema = fields.partial().openapi('CostCenterChange');
export type CostCenterChange = z.infer<typeof costCenterChangeSchema>;

export const costCenterSchema = fields
  .omit({ ownerId: true })
  .extend({
    id,
    code: z.string(),
    owner: z.strictObject({ id, name: z.string() }).nullable(),
    etag: z.string().openapi({ description: 'Sent back as If-Match with a change' }),
  })
  .openapi('CostCenter');
export type CostCenter = z.infer<typeof costCenterSchema>;

export const costCenterImportSchema = z
  .strictObject({
    rows: z.int().openapi({ description: 'Read, without the head' }),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.array(z.strictObject({ line: z.int(), code: z.string(), reason: z.string(), message: z.string() })),
    isApplied: z.boolean().openapi({ description: 'A list with a refused row changes nothing' }),
  })
  .openapi('CostCenterImport');
export type CostCenterImport = z.infer<typeof costCenterImportSchema>;

export const listCostCentersRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Cost centers that the reader may see, by code',
  responses: {
    200: json(z.strictObject({ items: z.array(costCenterSchema), mayChange: z.boolean() }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createCostCenterRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Put a cost center in; from the first one on, unknown codes are refused',
  request: { body: jsonBody(newCostCenterSchema) },
  responses: { 201: json(costCenterSchema, 'The cost center'), ...problems(401, 403, 404, 409) },
});

export const changeCostCenterRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a cost center; its code stays for good',
  request: { params: z.strictObject({ id }), body: jsonBody(costCenterChangeSchema) },
  responses: { 200: json(costCenterSchema, 'The cost center'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const importCostCentersRoute = createRoute({
  method: 'post',
  path: `${path}/import`,
  tags,
  summary: 'Read a list as CSV (code, name, parent, owner, teams, active): look first, then apply; all or nothing',
  request: {
    body: jsonBody(
      z.strictObject({
        csv: z
          .string()
          .min(1)
          .max(1_000_000)
          .openapi({ description: `At most ${importRowsMax} rows; teams are told apart by |, an owner is an e-mail` }),
        apply: z.boolean(),
      }),
    ),
  },
  responses: { 200: json(costCenterImportSchema, 'What it would do, or did'), ...problems(401, 403, 404) },
});
