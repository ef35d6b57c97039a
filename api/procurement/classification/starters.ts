import type { Question, QuestionnaireDefinition } from './questionnaire.ts';

/**
 * What a tenant can begin with and then change. Each asks after the facts that its source names, in our own words; how
 * they weigh is a proposal, and none is legal advice.
 */
export const starters: readonly { key: string; name: string; country: string; definition: QuestionnaireDefinition }[] =
  [
    {
      key: 'usCommonLaw',
      name: 'Common-law control test (United States)',
      country: 'US',
      definition: {
        source:
          'After the three groups of facts in IRS Publication 15-A, “Employee or Independent Contractor?”: behavioral control, financial control, relationship. Not legal advice; states and other laws have tests of their own.',
        questions: [
          question(
            'instructions',
            'Who decides how the work is done?',
            'When, where, with which tools and in which order.',
            [
              ['contractor', 'The contractor alone', -3],
              ['result', 'We say what result we want; the way there is theirs', -2],
              ['partly', 'We give instructions for parts of the way', 2],
              ['us', 'We decide when, where and how', 4],
            ],
          ),
          question(
            'training',
            'Is the contractor trained in how you want it done?',
            'An introduction to systems is no training.',
            [
              ['no', 'No', -2],
              ['once', 'Once, at the start', 1],
              ['ongoing', 'Again and again', 3],
            ],
          ),
          question('expenses', 'Who pays for equipment and costs?', 'Hardware, software, travel, premises.', [
            ['contractor', 'The contractor', -3],
            ['shared', 'Some of each', 0],
            ['us', 'We do', 2],
          ]),
          question(
            'market',
            'Are the services offered to others as well?',
            'Advertising, a firm of their own, other clients.',
            [
              ['yes', 'Yes, to the open market', -3],
              ['some', 'To a few others', -1],
              ['no', 'To nobody else', 3],
            ],
          ),
          question(
            'risk',
            'Can the contractor make a loss on this work?',
            'By a fixed price, by costs, by doing it again unpaid.',
            [
              ['yes', 'Yes', -2],
              ['little', 'Hardly', 1],
              ['no', 'No: every hour is paid', 2],
            ],
          ),
          question('benefits', 'Are there benefits as employees have them?', 'Paid leave, insurance, pension.', [
            ['no', 'None', -1],
            ['some', 'Some', 3],
            ['all', 'The same as employees', 5],
          ]),
          question('duration', 'How long is this meant to last?', 'For a project, or until further notice.', [
            ['project', 'Until the result is there', -2],
            ['term', 'For a set time', 0],
            ['open', 'Without an end', 2],
          ]),
          question(
            'core',
            'Is the work a key part of your regular business?',
            'What you sell yourselves, or something beside it.',
            [
              ['no', 'No, beside it', -1],
              ['partly', 'In part', 1],
              ['yes', 'Yes, its core', 2],
            ],
          ),
        ],
        rules: [
          {
            when: [
              { questionId: 'instructions', answerId: 'us' },
              { questionId: 'market', answerId: 'no' },
            ],
            result: 'employee',
            reason: 'You decide when, where and how, and there is no other client.',
          },
        ],
        independentAtMost: -6,
        employeeAtLeast: 5,
      },
    },
    {
      key: 'deScheinselbstaendigkeit',
      name: 'Prüfliste Scheinselbständigkeit (Deutschland)',
      country: 'DE',
      definition: {
        source:
          'Nach den Merkmalen in § 7 Abs. 1 SGB IV (Tätigkeit nach Weisungen, Eingliederung in die Arbeitsorganisation) und § 611a BGB, wie die Deutsche Rentenversicherung Bund sie im Statusfeststellungsverfahren (§ 7a SGB IV) würdigt. Keine Rechtsberatung; verbindlich ist nur das Statusfeststellungsverfahren.',
        questions: [
          question(
            'weisungen',
            'Wer bestimmt Zeit, Ort und Art der Arbeit?',
            'Arbeitszeiten, Anwesenheit, Arbeitsweise.',
            [
              ['selbst', 'Die beauftragte Person selbst', -4],
              ['rahmen', 'Nur ein Rahmen ist abgestimmt, etwa Termine für Übergaben', -1],
              ['teils', 'Teils wir', 2],
              ['wir', 'Wir', 5],
            ],
          ),
          question(
            'eingliederung',
            'Ist die Person in Ihre Organisation eingegliedert?',
            'Dienstpläne, Teams mit eigenen Beschäftigten, interne Rollen, Vertretung für Beschäftigte.',
            [
              ['nein', 'Nein', -3],
              ['teils', 'Arbeitet zeitweise im Team mit', 2],
              ['ja', 'Ja, wie Beschäftigte', 5],
            ],
          ),
          question('betriebsmittel', 'Wessen Arbeitsmittel werden genutzt?', 'Rechner, Software, Räume, Material.', [
            ['eigene', 'Die eigenen', -2],
            ['beides', 'Teils eigene, teils unsere', 0],
            ['unsere', 'Unsere', 2],
          ]),
          question('auftraggeber', 'Gibt es weitere Auftraggeber?', 'Auch im letzten Jahr und in Aussicht.', [
            ['mehrere', 'Ja, mehrere', -3],
            ['wenige', 'Einen weiteren', 0],
            ['keine', 'Nein, nur uns', 3],
          ]),
          question(
            'risiko',
            'Wer trägt das unternehmerische Risiko?',
            'Gewährleistung, eigenes Kapital, Bezahlung nach Ergebnis.',
            [
              ['person', 'Die Person', -3],
              ['geteilt', 'Beide', 0],
              ['wir', 'Wir: gezahlt wird nach Stunden, gleich wie das Ergebnis ist', 2],
            ],
          ),
          question(
            'vertretung',
            'Darf die Arbeit durch andere erbracht werden?',
            'Eigene Beschäftigte oder Unterauftragnehmer.',
            [
              ['ja', 'Ja', -2],
              ['zustimmung', 'Mit unserer Zustimmung', 0],
              ['nein', 'Nein, nur persönlich', 1],
            ],
          ),
          question('auftritt', 'Tritt die Person am Markt selbst auf?', 'Eigener Name, Werbung, eigene Preise.', [
            ['ja', 'Ja', -2],
            ['wenig', 'Kaum', 1],
            ['nein', 'Nein, unter unserem Namen', 3],
          ]),
          question(
            'vorher',
            'War die Person vorher bei Ihnen angestellt, mit gleicher Arbeit?',
            'In den letzten drei Jahren.',
            [
              ['nein', 'Nein', 0],
              ['andere', 'Ja, mit anderer Arbeit', 1],
              ['gleiche', 'Ja, mit der gleichen', 4],
            ],
          ),
        ],
        rules: [
          {
            when: [
              { questionId: 'weisungen', answerId: 'wir' },
              { questionId: 'eingliederung', answerId: 'ja' },
            ],
            result: 'employee',
            reason:
              'Weisungen und Eingliederung zugleich sind die Merkmale einer Beschäftigung nach § 7 Abs. 1 SGB IV.',
          },
          {
            when: [{ questionId: 'vorher', answerId: 'gleiche' }],
            result: 'review',
            reason: 'Gleiche Arbeit wie in einer früheren Anstellung sieht immer ein Mensch an.',
          },
        ],
        independentAtMost: -6,
        employeeAtLeast: 5,
      },
    },
  ];

function question(id: string, text: string, help: string, answers: readonly [string, string, number][]): Question {
  return { id, text, help, answers: answers.map(([key, words, weight]) => ({ id: key, text: words, weight })) };
}
