import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** What is to be done before work begins: templates, tasks, classification, and the papers that come of them. */
export const onboarding: NamedMigration = {
  name: '0028-onboarding',
  async up(db) {
    await templates(db);
    await tasks(db);
    await classification(db);
    await documents(db);
  },
};

async function templates({ schema }: Schema): Promise<void> {
  await schema
    .createTable('onboardingTemplates')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('archivedAt', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('onboardingTemplatesOfTenant')
    .on('onboardingTemplates')
    .columns(['tenantId', 'archivedAt', 'name'])
    .execute();
  await schema
    .createTable('onboardingTemplateVersions')
    .addColumn('templateId', 'text', (c) => c.notNull().references('onboardingTemplates.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('applies', 'text', (c) => c.notNull())
    .addColumn('tasks', 'text', (c) => c.notNull())
    .addColumn('savedBy', 'text', (c) => c.notNull())
    .addColumn('savedAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('onboardingTemplateVersionsKey', ['templateId', 'version'])
    .execute();
}

async function tasks({ schema }: Schema): Promise<void> {
  await schema
    .createTable('onboardings')
    .addColumn('contractId', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('freelancerName', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('team', 'text')
    .addColumn('clientPersonId', 'text', (c) => c.notNull())
    .addColumn('freelancerPersonId', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('completedAt', 'bigint')
    .execute();
  await schema
    .createTable('onboardingTasks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull().references('onboardings.contractId'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('templateId', 'text', (c) => c.notNull())
    .addColumn('templateVersion', 'integer', (c) => c.notNull())
    .addColumn('taskKey', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('instructions', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('needsDocument', 'integer', (c) => c.notNull())
    .addColumn('needsSignature', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('textHash', 'text', (c) => c.notNull())
    .addColumn('validMonths', 'integer')
    .addColumn('questionnaireId', 'text')
    .addColumn('questionnaireVersion', 'integer')
    .addColumn('reuseKey', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('dueAt', 'bigint', (c) => c.notNull())
    .addColumn('remindAt', 'bigint')
    .addColumn('note', 'text')
    .addColumn('returnReason', 'text')
    .addColumn('submittedBy', 'text')
    .addColumn('submittedAt', 'bigint')
    .addColumn('completedAt', 'bigint')
    .addColumn('validUntil', 'bigint')
    .addColumn('documentHash', 'text')
    .addColumn('answerSetId', 'text')
    .addColumn('classification', 'text')
    .addColumn('ruleVersion', 'text')
    .addColumn('reusedFrom', 'text')
    .addColumn('renewalOf', 'text')
    .addColumn('overrideBy', 'text')
    .addColumn('overrideReason', 'text')
    .addColumn('checkReference', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  const index = (name: string, ...columns: string[]) =>
    schema.createIndex(name).on('onboardingTasks').columns(columns).execute();
  await index('onboardingTasksOfContract', 'contractId', 'createdAt');
  await index('onboardingTasksOfTenant', 'tenantId', 'state', 'dueAt', 'id');
  await index('onboardingTasksOfFreelancer', 'freelancerId', 'state', 'dueAt', 'id');
  await index('onboardingTasksByReuse', 'tenantId', 'freelancerId', 'reuseKey', 'state');
  await index('onboardingTasksByReminder', 'remindAt');
  await index('onboardingTasksByValidity', 'state', 'validUntil');
  await index('onboardingTasksByOwner', 'owner', 'state', 'dueAt', 'id');
  // A task is continued once, however many servers look at the clock.
  await schema
    .createIndex('onboardingTasksOneRenewal')
    .unique()
    .on('onboardingTasks')
    .column('renewalOf')
    .where('renewalOf', 'is not', null)
    .execute();

  await schema
    .createTable('onboardingSignatures')
    .addColumn('taskId', 'text', (c) => c.primaryKey().references('onboardingTasks.id'))
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('typedName', 'text', (c) => c.notNull())
    .addColumn('textHash', 'text', (c) => c.notNull())
    .addColumn('signedAt', 'bigint', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('sessionId', 'text')
    .execute();
  await schema
    .createTable('onboardingFacts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('taskId', 'text', (c) => c.notNull().references('onboardingTasks.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('dueAt', 'bigint', (c) => c.notNull())
    .addColumn('completedAt', 'bigint')
    .addColumn('validUntil', 'bigint')
    .addColumn('documentHash', 'text')
    .addColumn('classification', 'text')
    .addColumn('ruleVersion', 'text')
    .addColumn('overrideBy', 'text')
    .execute();
  await schema
    .createIndex('onboardingFactsOfTask')
    .unique()
    .on('onboardingFacts')
    .columns(['taskId', 'revision'])
    .execute();
  await schema
    .createIndex('onboardingFactsOfTenant')
    .on('onboardingFacts')
    .columns(['tenantId', 'at', 'taskId'])
    .execute();
}

async function classification({ schema }: Schema): Promise<void> {
  await schema
    .createTable('classificationQuestionnaires')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('publishedVersion', 'integer', (c) => c.notNull())
    .addColumn('draft', 'text')
    .addColumn('archivedAt', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('classificationQuestionnairesOfTenant')
    .on('classificationQuestionnaires')
    .columns(['tenantId', 'archivedAt', 'name'])
    .execute();
  await schema
    .createTable('classificationVersions')
    .addColumn('questionnaireId', 'text', (c) => c.notNull().references('classificationQuestionnaires.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('publishedBy', 'text', (c) => c.notNull())
    .addColumn('publishedAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('classificationVersionsKey', ['questionnaireId', 'version'])
    .execute();
  await schema
    .createTable('classificationAnswers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('questionnaireId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('ruleHash', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('sum', 'integer', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('decidedBy', 'text')
    .addColumn('answeredBy', 'text', (c) => c.notNull())
    .addColumn('answeredAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('classificationAnswersOfSubject')
    .on('classificationAnswers')
    .columns(['subjectId', 'answeredAt'])
    .execute();
  await schema
    .createTable('classificationReviews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('answerSetId', 'text', (c) => c.notNull().references('classificationAnswers.id'))
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('isOverride', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('reviewedBy', 'text', (c) => c.notNull())
    .addColumn('reviewedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('classificationReviewsOfAnswers')
    .on('classificationReviews')
    .columns(['answerSetId', 'reviewedAt'])
    .execute();
}

async function documents({ schema }: Schema): Promise<void> {
  await schema
    .createTable('complianceDocuments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('taskId', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('fileId', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('validUntil', 'bigint')
    .addColumn('scan', 'text', (c) => c.notNull())
    .addColumn('addedBy', 'text', (c) => c.notNull())
    .addColumn('addedAt', 'bigint', (c) => c.notNull())
    .addColumn('renewedBy', 'text')
    .execute();
  const index = (name: string, ...columns: string[]) =>
    schema.createIndex(name).on('complianceDocuments').columns(columns).execute();
  await index('complianceDocumentsOfTenant', 'tenantId', 'validUntil', 'id');
  await index('complianceDocumentsOfFreelancer', 'freelancerId', 'addedAt', 'id');
  await index('complianceDocumentsOfTask', 'taskId');
  await index('complianceDocumentsByScan', 'scan', 'addedAt');
}
