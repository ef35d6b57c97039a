import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import * as shapes from './schema.ts';
import { vettingQueueNames } from './vetting-application.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const documentParams = z.strictObject({ id, documentId: id });
const page = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
const theCase = { 200: json(shapes.vettingCaseSchema, 'The case as it is now'), ...problems(401, 403, 404, 409) };
const calendarFile = {
  200: {
    description: 'A calendar file (RFC 5545)',
    content: { 'text/calendar': { schema: z.string() } },
  },
  ...problems(401, 403, 404),
};

/** The same desk twice: the installation’s at `/v1/operator/vetting`, a tenant’s at `/v1/vetting`. */
export function deskDefinitions(prefix: '/v1/vetting' | '/v1/operator/vetting') {
  const tags = [prefix === '/v1/vetting' ? 'Vetting' : 'Vetting desk of the operator'];
  const at = <Path extends string>(path: Path) => `${prefix}${path}` as const;
  return {
    summary: createRoute({
      method: 'get',
      path: at('/summary'),
      tags,
      summary: 'The desk at a glance: queues with counts and ages, each reviewer’s workload',
      responses: { 200: json(shapes.deskSummarySchema, 'The desk'), ...problems(401, 403, 404) },
    }),
    pools: createRoute({
      method: 'get',
      path: at('/pools'),
      tags,
      summary: 'Pools that a program of this desk can lead to',
      responses: {
        200: json(
          z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
          'Pools by name',
        ),
        ...problems(401, 403, 404),
      },
    }),
    listPrograms: createRoute({
      method: 'get',
      path: at('/programs'),
      tags,
      summary: 'Programs of this desk, by name',
      responses: {
        200: json(z.strictObject({ items: z.array(shapes.programSchema) }), 'Programs'),
        ...problems(401, 403, 404),
      },
    }),
    postProgram: createRoute({
      method: 'post',
      path: at('/programs'),
      tags,
      summary: 'Begin a program; it takes applications once it is open and its rubric is published',
      request: { body: jsonBody(shapes.newProgramSchema) },
      responses: { 201: json(shapes.programSchema, 'The program'), ...problems(401, 403, 404, 422) },
    }),
    getProgram: createRoute({
      method: 'get',
      path: at('/programs/{id}'),
      tags,
      summary: 'A program',
      request: { params },
      responses: { 200: json(shapes.programSchema, 'The program'), ...problems(401, 403, 404) },
    }),
    patchProgram: createRoute({
      method: 'patch',
      path: at('/programs/{id}'),
      tags,
      summary: 'Change what a program asks for; applications under way are checked by it from now on',
      request: { params, body: jsonBody(shapes.programEditSchema) },
      responses: { 200: json(shapes.programSchema, 'Saved'), ...problems(401, 403, 404, 409, 412, 422, 428) },
    }),
    listRubrics: createRoute({
      method: 'get',
      path: at('/programs/{id}/rubrics'),
      tags,
      summary: 'Every version of a program’s rubric, the newest first',
      request: { params },
      responses: {
        200: json(z.strictObject({ items: z.array(shapes.rubricSchema) }), 'Versions'),
        ...problems(401, 403, 404),
      },
    }),
    postRubric: createRoute({
      method: 'post',
      path: at('/programs/{id}/rubrics'),
      tags,
      summary: 'Begin the next version as a draft, with what the last one says',
      request: { params },
      responses: { 201: json(shapes.rubricSchema, 'The draft'), ...problems(401, 403, 404, 409) },
    }),
    getRubric: createRoute({
      method: 'get',
      path: at('/rubrics/{id}'),
      tags,
      summary: 'A version of a rubric',
      request: { params },
      responses: { 200: json(shapes.rubricSchema, 'The version'), ...problems(401, 403, 404) },
    }),
    putRubric: createRoute({
      method: 'put',
      path: at('/rubrics/{id}'),
      tags,
      summary: 'Change a draft; what is published is never changed',
      request: { params, body: jsonBody(shapes.rubricEditSchema) },
      responses: { 200: json(shapes.rubricSchema, 'Saved'), ...problems(401, 403, 404, 409, 412, 422, 428) },
    }),
    deleteRubric: createRoute({
      method: 'delete',
      path: at('/rubrics/{id}'),
      tags,
      summary: 'Drop a draft',
      request: { params },
      responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404, 409) },
    }),
    publishRubric: createRoute({
      method: 'post',
      path: at('/rubrics/{id}/publication'),
      tags,
      summary: 'Publish a draft: scores are given by it from now on, earlier ones keep their version',
      request: { params },
      responses: { 200: json(shapes.rubricSchema, 'Published'), ...problems(401, 403, 404, 409, 422) },
    }),

    listCases: createRoute({
      method: 'get',
      path: at('/applications'),
      tags,
      summary: 'Applications of a queue, those that wait longest first',
      request: {
        query: z.strictObject({
          queue: z.enum([...vettingQueueNames, 'appeals', 'all']).default('all'),
          program: id.optional(),
          assignee: id.optional().openapi({ description: 'A person’s id, `me` or `nobody`' }),
          minAgeDays: z.coerce
            .number()
            .int()
            .min(0)
            .max(3650)
            .optional()
            .openapi({ description: 'Whole days in their state, at least' }),
          q: z.string().trim().max(100).optional().openapi({ description: 'Part of the freelancer’s name' }),
          ...page,
        }),
      },
      responses: {
        200: json(
          z.strictObject({ items: z.array(shapes.queuedCaseSchema), nextCursor: z.string().nullable() }),
          'One page',
        ),
        ...problems(401, 403, 404),
      },
    }),
    getCase: createRoute({
      method: 'get',
      path: at('/applications/{id}'),
      tags,
      summary: 'A case with everything it takes to go on, and why each step that is closed is closed',
      request: { params },
      responses: { 200: json(shapes.vettingCaseSchema, 'The case'), ...problems(401, 403, 404) },
    }),
    timeline: createRoute({
      method: 'get',
      path: at('/applications/{id}/timeline'),
      tags,
      summary: 'Who did what with an application, when and why',
      request: { params },
      responses: timelineResponses,
    }),
    invite: createRoute({
      method: 'post',
      path: at('/invitations'),
      tags,
      summary: 'Invite a freelancer to be vetted',
      request: { body: jsonBody(shapes.inviteSchema) },
      responses: { 201: json(shapes.vettingCaseSchema, 'Invited'), ...problems(401, 403, 404, 409, 422) },
    }),
    assign: createRoute({
      method: 'post',
      path: at('/applications/{id}/assignment'),
      tags,
      summary: 'Say who looks after an application, or nobody',
      request: { params, body: jsonBody(shapes.assignSchema) },
      responses: theCase,
    }),
    checkEligibility: createRoute({
      method: 'post',
      path: at('/applications/{id}/eligibility'),
      tags,
      summary: 'Look at the facts again; when all are met the application goes on',
      request: { params },
      responses: theCase,
    }),
    acceptDocument: createRoute({
      method: 'post',
      path: at('/applications/{id}/documents/{documentId}/acceptance'),
      tags,
      summary: 'Accept a document',
      request: { params: documentParams },
      responses: theCase,
    }),
    refuseDocument: createRoute({
      method: 'post',
      path: at('/applications/{id}/documents/{documentId}/refusal'),
      tags,
      summary: 'Refuse a document, with a reason that the freelancer reads',
      request: { params: documentParams, body: jsonBody(shapes.reasonBodySchema) },
      responses: theCase,
    }),
    holdInterview: createRoute({
      method: 'post',
      path: at('/applications/{id}/interview/held'),
      tags,
      summary: 'The interview took place; it can be scored',
      request: { params },
      responses: theCase,
    }),
    markNoShow: createRoute({
      method: 'post',
      path: at('/applications/{id}/interview/no-show'),
      tags,
      summary: 'The freelancer did not come',
      request: { params, body: jsonBody(shapes.reasonBodySchema) },
      responses: theCase,
    }),
    callOffInterview: createRoute({
      method: 'post',
      path: at('/applications/{id}/interview/cancellation'),
      tags,
      summary: 'Call an interview off; the freelancer chooses again, which is not counted as their move',
      request: { params, body: jsonBody(shapes.reasonBodySchema) },
      responses: theCase,
    }),
    interviewFile: createRoute({
      method: 'get',
      path: at('/applications/{id}/interview.ics'),
      tags,
      summary: 'The interview as a calendar file',
      request: { params },
      responses: calendarFile,
    }),
    score: createRoute({
      method: 'post',
      path: at('/applications/{id}/scores'),
      tags,
      summary: 'Give one’s score by the published rubric; others’ are shown afterwards',
      request: { params, body: jsonBody(shapes.scoreBodySchema) },
      responses: { ...theCase, ...problems(401, 403, 404, 409, 422) },
    }),
    decide: createRoute({
      method: 'post',
      path: at('/applications/{id}/decision'),
      tags,
      summary: 'Approve, reject or ask for more, with reasons that the freelancer reads',
      request: { params, body: jsonBody(shapes.decideSchema) },
      responses: { ...theCase, ...problems(401, 403, 404, 409, 422) },
    }),
    suspend: createRoute({
      method: 'post',
      path: at('/applications/{id}/suspension'),
      tags,
      summary: 'Suspend a member until an instant, with reasons',
      request: { params, body: jsonBody(shapes.suspendSchema) },
      responses: { ...theCase, ...problems(401, 403, 404, 409, 422) },
    }),
    reinstate: createRoute({
      method: 'post',
      path: at('/applications/{id}/reinstatement'),
      tags,
      summary: 'End a suspension early',
      request: { params, body: jsonBody(shapes.reasonBodySchema) },
      responses: theCase,
    }),
    revoke: createRoute({
      method: 'post',
      path: at('/applications/{id}/revocation'),
      tags,
      summary: 'Take somebody out of the pool for good, with reasons',
      request: { params, body: jsonBody(shapes.revokeSchema) },
      responses: theCase,
    }),
    hearAppeal: createRoute({
      method: 'post',
      path: at('/applications/{id}/appeal/decision'),
      tags,
      summary: 'Hear an appeal: by somebody who had no part in the decision',
      request: { params, body: jsonBody(shapes.hearSchema) },
      responses: theCase,
    }),

    listSlots: createRoute({
      method: 'get',
      path: at('/slots'),
      tags,
      summary: 'Times at which reviewers can be talked to, from now on',
      request: { query: z.strictObject({ reviewer: id.optional().openapi({ description: 'A person’s id or `me`' }) }) },
      responses: {
        200: json(
          z.strictObject({
            items: z.array(
              shapes.slotSchema.extend({
                application: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
              }),
            ),
          }),
          'Slots by time',
        ),
        ...problems(401, 403, 404),
      },
    }),
    postSlots: createRoute({
      method: 'post',
      path: at('/slots'),
      tags,
      summary: 'Offer times of one’s own, each taken once',
      request: { body: jsonBody(shapes.newSlotsSchema) },
      responses: {
        201: json(z.strictObject({ items: z.array(shapes.slotSchema) }), 'Offered'),
        ...problems(401, 403, 404, 409, 422),
      },
    }),
    deleteSlot: createRoute({
      method: 'delete',
      path: at('/slots/{id}'),
      tags,
      summary: 'Take back a time that nobody has taken',
      request: { params },
      responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404, 409) },
    }),
  };
}
export type DeskDefinitions = ReturnType<typeof deskDefinitions>;
