import type {
  Answers,
  ClassificationResult,
  Classified,
  QuestionnaireDefinition,
} from '@portico/api/procurement/classification/questionnaire.ts';
import type {
  ClassificationQuestionnaire,
  ClassificationStarter,
} from '@portico/api/procurement/classification/schema.ts';
import type {
  ComplianceDocument,
  ComplianceDocumentPage,
} from '@portico/api/procurement/compliance-documents/schema.ts';
import type {
  CheckResult,
  ContractOnboarding,
  OnboardingTask,
  OnboardingTaskPage,
  SubmissionInput,
  TaskFilter,
} from '@portico/api/procurement/onboarding/schema.ts';
import type { OnboardingTemplateBody, TemplateEdit } from '@portico/api/procurement/onboarding/template-schema.ts';
import { type Answer, get, post, put, type Query, remove, send } from './client.ts';

export type {
  Answers,
  ClassificationQuestionnaire,
  ClassificationResult,
  ClassificationStarter,
  Classified,
  ComplianceDocument,
  ComplianceDocumentPage,
  ContractOnboarding,
  OnboardingTask,
  OnboardingTaskPage,
  OnboardingTemplateBody,
  QuestionnaireDefinition,
  TaskFilter,
  TemplateEdit,
};
export type Side = 'client' | 'freelancer';

const mine = '/v1/freelancers/me';
const id = encodeURIComponent;

export const getTasks = (side: Side, query: Query, signal?: AbortSignal) =>
  get<OnboardingTaskPage>(side === 'client' ? '/v1/onboarding/tasks' : `${mine}/onboarding`, { query, signal });
const taskPath = (side: Side, taskId: string) =>
  side === 'client' ? `/v1/onboarding/tasks/${id(taskId)}` : `${mine}/onboarding/${id(taskId)}`;
export const getTask = (side: Side, taskId: string, signal?: AbortSignal) =>
  get<OnboardingTask>(taskPath(side, taskId), { signal });
export const submitTask = (side: Side, taskId: string, body: SubmissionInput) =>
  post<OnboardingTask>(`${taskPath(side, taskId)}/submission`, body);

const decide = (taskId: string, what: string, body: object) =>
  post<OnboardingTask>(`/v1/onboarding/tasks/${id(taskId)}/${what}`, body);
export const acceptTask = (taskId: string, body: { result?: ClassificationResult; reason?: string }) =>
  decide(taskId, 'acceptance', body);
export const returnTask = (taskId: string, body: { reason: string; result?: ClassificationResult }) =>
  decide(taskId, 'return', body);
export const overrideTask = (taskId: string, reason: string) => decide(taskId, 'override', { reason });
export const recordCheck = (taskId: string, body: CheckResult) => decide(taskId, 'check-result', body);

export const getContractOnboarding = (side: Side, contractId: string, signal?: AbortSignal) =>
  get<ContractOnboarding>(
    side === 'client' ? `/v1/onboarding/contracts/${id(contractId)}` : `${mine}/contracts/${id(contractId)}/onboarding`,
    { signal },
  );
export const addPaper = (side: Side, contractId: string, body: object) =>
  post<ComplianceDocument>(
    side === 'client'
      ? `/v1/onboarding/contracts/${id(contractId)}/documents`
      : `${mine}/contracts/${id(contractId)}/documents`,
    body,
  );
export const getPapers = (side: Side, query: Query, signal?: AbortSignal) =>
  get<ComplianceDocumentPage>(side === 'client' ? '/v1/compliance-documents' : `${mine}/compliance-documents`, {
    query,
    signal,
  });

const templates = '/v1/onboarding/templates';
export const getTemplates = async (signal?: AbortSignal) =>
  (await get<{ items: OnboardingTemplateBody[] }>(templates, { signal })).items;
export const getTemplate = (templateId: string, signal?: AbortSignal): Promise<Answer<OnboardingTemplateBody>> =>
  send('GET', `${templates}/${id(templateId)}`, { signal });
export const saveTemplate = (templateId: string | undefined, body: TemplateEdit, ifMatch: string | undefined) =>
  templateId
    ? put<OnboardingTemplateBody>(`${templates}/${id(templateId)}`, body, { ifMatch })
    : post<OnboardingTemplateBody>(templates, body);
export const deleteTemplate = (templateId: string) => remove<void>(`${templates}/${id(templateId)}`);
export const restoreTemplate = (templateId: string) =>
  post<OnboardingTemplateBody>(`${templates}/${id(templateId)}/restoration`);

const questionnaires = '/v1/classification/questionnaires';
export const getStarters = async (signal?: AbortSignal) =>
  (await get<{ items: ClassificationStarter[] }>('/v1/classification/starters', { signal })).items;
export const getQuestionnaires = async (signal?: AbortSignal) =>
  (await get<{ items: ClassificationQuestionnaire[] }>(questionnaires, { signal })).items;
export const getQuestionnaire = (
  questionnaireId: string,
  signal?: AbortSignal,
): Promise<Answer<ClassificationQuestionnaire>> => send('GET', `${questionnaires}/${id(questionnaireId)}`, { signal });
type Edited = { name: string; definition: QuestionnaireDefinition };
export const createQuestionnaire = (body: Edited) => post<ClassificationQuestionnaire>(questionnaires, body);
export const saveQuestionnaire = (
  questionnaireId: string,
  body: Edited,
  ifMatch: string,
): Promise<Answer<ClassificationQuestionnaire>> =>
  send('PUT', `${questionnaires}/${id(questionnaireId)}`, { body, ifMatch });
export const publishQuestionnaire = (
  questionnaireId: string,
  ifMatch: string,
): Promise<Answer<ClassificationQuestionnaire>> =>
  send('POST', `${questionnaires}/${id(questionnaireId)}/publication`, { ifMatch });
export const deleteQuestionnaire = (questionnaireId: string) =>
  remove<void>(`${questionnaires}/${id(questionnaireId)}`);
export const restoreQuestionnaire = (questionnaireId: string) =>
  post<ClassificationQuestionnaire>(`${questionnaires}/${id(questionnaireId)}/restoration`);
