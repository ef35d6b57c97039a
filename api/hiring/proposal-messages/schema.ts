import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { interviewTimesMax, messageKinds, messageMaxLength } from './proposal-message.ts';

const id = z.string().min(1).max(64);
const idParams = z.strictObject({ id });
const text = z.string().trim().min(1).max(messageMaxLength);
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

export const proposalMessageSchema = z
  .strictObject({
    id: z.string(),
    sequence: z.int().openapi({ description: 'Counts the messages of the thread from 1' }),
    kind: z.enum(messageKinds),
    side: z.enum(['client', 'freelancer']),
    author: z.strictObject({ name: z.string(), isYou: z.boolean() }),
    text: z.string(),
    isMasked: z.boolean().openapi({ description: 'Contact details were hidden until there is a contract' }),
    times: z.array(z.iso.datetime()).openapi({ description: 'Proposed times of an interview' }),
    sentAt: z.iso.datetime(),
    readByOther: z.boolean().openapi({ description: 'Somebody of the other side has read it' }),
  })
  .openapi('ProposalMessage');
export type ProposalMessage = z.infer<typeof proposalMessageSchema>;

export const proposalThreadSchema = z
  .strictObject({
    items: z.array(proposalMessageSchema),
    unread: z.int(),
    mayWrite: z.boolean(),
    whyNot: z.enum(['proposalEnded', 'clientHasNotReplied', 'notYourRole']).nullable(),
  })
  .openapi('ProposalThread');
export type ProposalThread = z.infer<typeof proposalThreadSchema>;

const tags = ['Proposals'];
const readBody = jsonBody(z.strictObject({ upTo: z.int().min(0) }));
const messageBody = jsonBody(z.strictObject({ text }));
const threadResponses = { 200: json(proposalThreadSchema, 'The thread, oldest first'), ...problems(401, 403, 404) };
const writtenResponses = { 201: json(proposalMessageSchema, 'Sent'), ...problems(401, 403, 404, 409) };

export const listMessagesRoute = createRoute({
  method: 'get',
  path: '/v1/proposals/{id}/messages',
  tags,
  summary: 'The thread with the freelancer of a proposal',
  request: { params: idParams },
  responses: threadResponses,
});

export const writeMessageRoute = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/messages',
  tags,
  summary: 'Write to the freelancer; the first message makes the proposal active',
  request: { params: idParams, headers: keyHeader, body: messageBody },
  responses: writtenResponses,
});

export const readMessagesRoute = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/messages/read-mark',
  tags,
  summary: 'Say up to which message of a thread one has read',
  request: { params: idParams, body: readBody },
  responses: { 204: { description: 'Kept' }, ...problems(401, 403, 404) },
});

export const requestInterviewRoute = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/interview-request',
  tags,
  summary: 'Ask for an interview at one of some times; makes the proposal active',
  request: {
    params: idParams,
    headers: keyHeader,
    body: jsonBody(
      z.strictObject({
        message: text,
        times: z
          .array(z.iso.datetime({ offset: true }))
          .min(1)
          .max(interviewTimesMax),
      }),
    ),
  },
  responses: writtenResponses,
});

export const listOwnMessagesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/proposals/{id}/messages',
  tags,
  summary: 'The thread with the client of an own proposal',
  request: { params: idParams },
  responses: threadResponses,
});

export const writeOwnMessageRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals/{id}/messages',
  tags,
  summary: 'Answer the client of an own proposal',
  request: { params: idParams, headers: keyHeader, body: messageBody },
  responses: writtenResponses,
});

export const readOwnMessagesRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/proposals/{id}/messages/read-mark',
  tags,
  summary: 'Say up to which message of an own thread one has read',
  request: { params: idParams, body: readBody },
  responses: { 204: { description: 'Kept' }, ...problems(401, 403, 404) },
});
