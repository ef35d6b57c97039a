import type { OpenProgram, OwnVetting } from '@portico/api/talent/vetting/own-schema.ts';
import type {
  DeskSummary,
  InterviewSlot,
  NewProgram,
  NewSlots,
  ProgramEdit,
  QueuedCase,
  RubricEdit,
  ScoreBody,
  VettingCase,
  VettingProgram,
  VettingReason,
  VettingRubric,
} from '@portico/api/talent/vetting/schema.ts';
import { get, patch, post, put, type Query, remove } from './client.ts';

export type {
  DeskSummary,
  InterviewSlot,
  OpenProgram,
  OwnVetting,
  QueuedCase,
  RubricEdit,
  VettingCase,
  VettingProgram,
  VettingReason,
  VettingRubric,
};
export type Desk = 'operator' | 'tenant';
export type QueuePage = { items: QueuedCase[]; nextCursor: string | null };
export type OfferedSlot = InterviewSlot & { application: { id: string; name: string } | null };

const id = encodeURIComponent;
const at = (desk: Desk) => (desk === 'operator' ? '/v1/operator/vetting' : '/v1/vetting');
const theCase = (desk: Desk, caseId: string) => `${at(desk)}/applications/${id(caseId)}`;
/** Where the desk’s pages are, from the portal’s root. */
export const deskPath = (desk: Desk) => (desk === 'operator' ? '/operator/vetting' : '/vetting');

export const getSummary = (desk: Desk, signal?: AbortSignal) => get<DeskSummary>(`${at(desk)}/summary`, { signal });
export const getQueue = (desk: Desk, query: Query, signal?: AbortSignal) =>
  get<QueuePage>(`${at(desk)}/applications`, { query, signal });
export const getCase = (desk: Desk, caseId: string, signal?: AbortSignal) =>
  get<VettingCase>(theCase(desk, caseId), { signal });
export const caseTimeline = (desk: Desk, caseId: string) => `${theCase(desk, caseId)}/timeline`;
export const caseCalendar = (desk: Desk, caseId: string) => `${theCase(desk, caseId)}/interview.ics`;
const act =
  (path: string) =>
  (desk: Desk, caseId: string, body: unknown = {}) =>
    post<VettingCase>(`${theCase(desk, caseId)}/${path}`, body);
const order = (path: string) => (desk: Desk, caseId: string) => post<VettingCase>(`${theCase(desk, caseId)}/${path}`);
export const assignCase = act('assignment');
export const checkFacts = order('eligibility');
export const holdInterview = order('interview/held');
export const markNoShow = act('interview/no-show');
export const callOffInterview = act('interview/cancellation');
export const giveScore = (desk: Desk, caseId: string, body: ScoreBody) => act('scores')(desk, caseId, body);
export const decideCase = act('decision');
export const suspendMember = act('suspension');
export const reinstateMember = act('reinstatement');
export const revokeMember = act('revocation');
export const hearAppeal = act('appeal/decision');
export const acceptDocument = (desk: Desk, caseId: string, documentId: string) =>
  order(`documents/${id(documentId)}/acceptance`)(desk, caseId);
export const refuseDocument = (desk: Desk, caseId: string, documentId: string, reason: string) =>
  act(`documents/${id(documentId)}/refusal`)(desk, caseId, { reason });
export const invite = (desk: Desk, body: { programId: string; freelancerId: string; message: string }) =>
  post<VettingCase>(`${at(desk)}/invitations`, body);

export const getPrograms = (desk: Desk, signal?: AbortSignal) =>
  get<{ items: VettingProgram[] }>(`${at(desk)}/programs`, { signal });
export const getDeskPools = (desk: Desk, signal?: AbortSignal) =>
  get<{ items: { id: string; name: string }[] }>(`${at(desk)}/pools`, { signal });
export const beginProgram = (desk: Desk, body: NewProgram) => post<VettingProgram>(`${at(desk)}/programs`, body);
export const changeProgram = (desk: Desk, { id: programId, revision }: VettingProgram, body: ProgramEdit) =>
  patch<VettingProgram>(`${at(desk)}/programs/${id(programId)}`, body, { ifMatch: `"${programId}.${revision}"` });
export const getRubrics = (desk: Desk, programId: string, signal?: AbortSignal) =>
  get<{ items: VettingRubric[] }>(`${at(desk)}/programs/${id(programId)}/rubrics`, { signal });
export const draftRubric = (desk: Desk, programId: string) =>
  post<VettingRubric>(`${at(desk)}/programs/${id(programId)}/rubrics`);
export const getRubric = (desk: Desk, rubricId: string, signal?: AbortSignal) =>
  get<VettingRubric>(`${at(desk)}/rubrics/${id(rubricId)}`, { signal });
export const saveRubric = (desk: Desk, { id: rubricId, revision }: VettingRubric, body: RubricEdit) =>
  put<VettingRubric>(`${at(desk)}/rubrics/${id(rubricId)}`, body, { ifMatch: `"${rubricId}.${revision}"` });
export const publishRubric = (desk: Desk, rubricId: string) =>
  post<VettingRubric>(`${at(desk)}/rubrics/${id(rubricId)}/publication`);

export const getSlots = (desk: Desk, signal?: AbortSignal) =>
  get<{ items: OfferedSlot[] }>(`${at(desk)}/slots`, { signal });
export const offerSlots = (desk: Desk, body: NewSlots) => post<{ items: InterviewSlot[] }>(`${at(desk)}/slots`, body);
export const removeSlot = (desk: Desk, slotId: string) => remove(`${at(desk)}/slots/${id(slotId)}`);

/* The freelancer’s side. */

const own = '/v1/freelancers/me/vetting';
const mine = (ownId: string) => `${own}/${id(ownId)}`;
export const getOwnVettings = (signal?: AbortSignal) => get<{ items: OwnVetting[] }>(own, { signal });
export const getOpenPrograms = (signal?: AbortSignal) => get<{ items: OpenProgram[] }>(`${own}/programs`, { signal });
export const getOwnVetting = (ownId: string, signal?: AbortSignal) => get<OwnVetting>(mine(ownId), { signal });
export const ownTimeline = (ownId: string) => `${mine(ownId)}/timeline`;
export const ownCalendar = (ownId: string) => `${mine(ownId)}/interview.ics`;
export const applyTo = (programId: string, statement: string) => post<OwnVetting>(own, { programId, statement });
const step = (path: string) => (ownId: string, body: unknown) => post<OwnVetting>(`${mine(ownId)}/${path}`, body);
export const acceptOwn = step('acceptance');
export const declineOwn = step('decline');
export const withdrawOwn = step('withdrawal');
export const handIn = step('documents');
export const chooseSlot = step('interview');
export const moveSlot = step('interview/move');
export const reportReviewerNoShow = step('interview/reviewer-no-show');
export const answerOwn = step('answer');
export const appealOwn = step('appeal');
export const renewOwn = step('renewal');
export const recheckOwn = (ownId: string) => post<OwnVetting>(`${mine(ownId)}/eligibility`);
export const takeBack = (ownId: string, documentId: string) =>
  remove<OwnVetting>(`${mine(ownId)}/documents/${id(documentId)}`);
export const getOwnSlots = (ownId: string, signal?: AbortSignal) =>
  get<{ items: InterviewSlot[] }>(`${mine(ownId)}/slots`, { signal });
