/** Questions on how somebody works, and rules that say what the answers speak for. Pure; the editor tries them out. */

export const classificationResults = ['independent', 'employee', 'review'] as const;
export type ClassificationResult = (typeof classificationResults)[number];

export const questionnaireStates = ['draft', 'published'] as const;

export type Answer = {
  id: string;
  text: string;
  /** Above zero speaks for an employee, below it for somebody independent. */
  weight: number;
};

export type Question = {
  id: string;
  text: string;
  /** What to think of when answering. */
  help: string;
  answers: readonly Answer[];
};

/** Whatever the sum: these answers together have this result. The first rule that holds decides. */
export type DecisiveRule = {
  when: readonly { questionId: string; answerId: string }[];
  result: ClassificationResult;
  reason: string;
};

export type QuestionnaireDefinition = {
  /** Whose test it is, and where it is written: named beside every result. */
  source: string;
  questions: readonly Question[];
  rules: readonly DecisiveRule[];
  /** A sum up to this speaks for somebody independent. */
  independentAtMost: number;
  /** A sum from this on speaks for an employee; between the two a person looks at it. */
  employeeAtLeast: number;
};

/** One answer for each question, by their ids. */
export type Answers = Readonly<Record<string, string>>;

export type Classified = {
  result: ClassificationResult;
  sum: number;
  /** What the sum is made of, the heaviest first. */
  parts: { questionId: string; answerId: string; weight: number }[];
  /** Of the rule that decided, whatever the sum; null where the sum did. */
  decidedBy: string | null;
};

/** @returns undefined while a question is without one of its own answers */
export function classify(definition: QuestionnaireDefinition, answers: Answers): Classified | undefined {
  const parts: Classified['parts'] = [];
  for (const question of definition.questions) {
    const answer = question.answers.find(({ id }) => id === answers[question.id]);
    if (!answer) return undefined;
    parts.push({ questionId: question.id, answerId: answer.id, weight: answer.weight });
  }
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  const rule = definition.rules.find(({ when }) => when.every((one) => answers[one.questionId] === one.answerId));
  return {
    result: rule?.result ?? resultOfSum(definition, sum),
    sum,
    parts: parts.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
    decidedBy: rule?.reason ?? null,
  };
}

function resultOfSum(
  { independentAtMost, employeeAtLeast }: Pick<QuestionnaireDefinition, 'independentAtMost' | 'employeeAtLeast'>,
  sum: number,
): ClassificationResult {
  if (sum <= independentAtMost) return 'independent';
  return sum >= employeeAtLeast ? 'employee' : 'review';
}

/** Why a definition cannot be published; undefined where it can. Each code points at its place. */
export function flawOf(definition: QuestionnaireDefinition): { pointer: string; code: string } | undefined {
  const { questions, rules, independentAtMost, employeeAtLeast } = definition;
  if (questions.length === 0) return { pointer: '/questions', code: 'questions_missing' };
  const twice = repeated(questions.map(({ id }) => id));
  if (twice >= 0) return { pointer: `/questions/${twice}/id`, code: 'id_repeated' };
  for (const [at, { answers }] of questions.entries()) {
    if (answers.length < 2) return { pointer: `/questions/${at}/answers`, code: 'answers_missing' };
    const same = repeated(answers.map(({ id }) => id));
    if (same >= 0) return { pointer: `/questions/${at}/answers/${same}/id`, code: 'id_repeated' };
  }
  if (independentAtMost >= employeeAtLeast) return { pointer: '/employeeAtLeast', code: 'bounds_crossed' };
  for (const [at, { when }] of rules.entries()) {
    if (when.length === 0) return { pointer: `/rules/${at}/when`, code: 'rule_always' };
    for (const [part, { questionId, answerId }] of when.entries()) {
      const question = questions.find(({ id }) => id === questionId);
      if (!question?.answers.some(({ id }) => id === answerId))
        return { pointer: `/rules/${at}/when/${part}`, code: 'rule_unknown_answer' };
    }
  }
  return undefined;
}

function repeated(ids: readonly string[]): number {
  return ids.findIndex((id, at) => ids.indexOf(id) !== at);
}

export const questionsMax = 60;
export const answersMax = 8;
export const rulesMax = 20;
export const weightMax = 100;
