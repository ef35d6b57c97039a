import type { OnboardingTask } from '@portico/api/procurement/onboarding/schema.ts';
import type { Proposer } from '../hiring/stage.ts';
import { own, pay, type WorkStage } from './stage.ts';

/**
 * A freelancer signs and answers what a contract asks before work, as somebody of their own; unless it stays with the
 * client, a person looks at the answers and takes them.
 */
export async function onboard(
  stage: WorkStage,
  freelancer: Proposer,
  contractId: string,
  by: string,
  { staysOpen = false } = {},
): Promise<void> {
  const { tasks } = await own<{ tasks: OnboardingTask[] }>(
    stage,
    freelancer,
    'GET',
    `/contracts/${contractId}/onboarding`,
  );
  for (const task of tasks.filter(({ owner, state }) => owner === 'freelancer' && state === 'open')) {
    const { state } = await own<OnboardingTask>(
      stage,
      freelancer,
      'POST',
      `/onboarding/${task.id}/submission`,
      submissionOf(task),
    );
    if (state !== 'submitted' || staysOpen) continue;
    await pay(stage, by, `/v1/onboarding/tasks/${task.id}/acceptance`, { result: 'independent', reason: assessed });
  }
}

const assessed = 'Own studio, several clients, own equipment; chooses when and how the work is done.';

function submissionOf({ needsSignature, signerName, textHash, classification }: OnboardingTask) {
  return {
    ...(needsSignature && { typedName: signerName, textHash }),
    ...(classification && { answers: independentAnswers(classification.definition) }),
  };
}

/** The answer of each question that speaks most for independence. */
function independentAnswers({ questions }: NonNullable<OnboardingTask['classification']>['definition']) {
  return Object.fromEntries(
    questions.map(({ id, answers }) => [id, answers.toSorted((one, other) => one.weight - other.weight)[0]!.id]),
  );
}
