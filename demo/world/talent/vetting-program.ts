/** How the marketplace vets whom it offers to Pro clients: what is measured, from what on somebody passes. */

export const proProgram = {
  name: 'Vetted talent',
  description:
    'A look at your work, two papers, three quarters of an hour with one of us. Two people score you by the same rubric, and you hear why.',
  minCompleteness: 50,
  documents: [
    { key: 'cv', label: 'Curriculum vitae', isRequired: true },
    { key: 'sample', label: 'A piece of your own work that you may show', isRequired: false },
  ],
};

export const proRubric = {
  passPercent: 65,
  criteria: [
    {
      key: 'craft',
      name: 'Craft',
      description: 'How well the shown work is made, and how much of it is theirs.',
      weight: 4,
      floor: 2,
      levels: [
        'Copies what others did; cannot say why',
        'Sound work in known situations',
        'Solves new problems and says what they cost',
        'Others learn from this work',
      ],
    },
    {
      key: 'clarity',
      name: 'Clarity',
      description: 'How well a stranger understands what they say and write.',
      weight: 2,
      floor: 2,
      levels: ['Loses the thread', 'Clear after questions', 'Clear at once', 'Makes the hard parts easy'],
    },
    {
      key: 'reliability',
      name: 'Reliability',
      description: 'Dates kept, surprises told early; from reviews and from their own stories.',
      weight: 3,
      floor: null,
      levels: ['Dates slip unsaid', 'Tells when asked', 'Tells early', 'Plans for what may go wrong'],
    },
  ],
};

export const privateRubric = {
  passPercent: 60,
  criteria: [
    {
      key: 'plants',
      name: 'Understands our plants',
      description: 'Has seen machines from the inside, or asks the right questions.',
      weight: 3,
      floor: 2,
      levels: ['No idea of a plant', 'Asks well', 'Has worked for one', 'Could explain ours'],
    },
    {
      key: 'manner',
      name: 'Works with our people',
      description: '',
      weight: 2,
      floor: null,
      levels: ['Talks over others', 'Polite', 'Listens', 'Makes a meeting better'],
    },
  ],
};
