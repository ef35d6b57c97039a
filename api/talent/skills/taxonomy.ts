import { type Skill, type SkillCategory, skillKey, skillSlug } from './skill.ts';
import { spellingIndex } from './spelling.ts';
import { adminSupport } from './taxonomy/admin-support.ts';
import type { CategorySource } from './taxonomy/category-source.ts';
import { consulting } from './taxonomy/consulting.ts';
import { customerService } from './taxonomy/customer-service.ts';
import { dataAi } from './taxonomy/data-ai.ts';
import { designCreative } from './taxonomy/design-creative.ts';
import { engineeringArchitecture } from './taxonomy/engineering-architecture.ts';
import { financeAccounting } from './taxonomy/finance-accounting.ts';
import { hrTraining } from './taxonomy/hr-training.ts';
import { itNetworking } from './taxonomy/it-networking.ts';
import { legal } from './taxonomy/legal.ts';
import { marketing } from './taxonomy/marketing.ts';
import { mobileDevelopment } from './taxonomy/mobile-development.ts';
import { sales } from './taxonomy/sales.ts';
import { softwareDevelopment } from './taxonomy/software-development.ts';
import { translation } from './taxonomy/translation.ts';
import { videoAudio } from './taxonomy/video-audio.ts';
import { webDevelopment } from './taxonomy/web-development.ts';
import { writing } from './taxonomy/writing.ts';

const sources: readonly CategorySource[] = [
  webDevelopment,
  mobileDevelopment,
  softwareDevelopment,
  dataAi,
  itNetworking,
  designCreative,
  videoAudio,
  writing,
  translation,
  marketing,
  sales,
  adminSupport,
  customerService,
  financeAccounting,
  legal,
  hrTraining,
  engineeringArchitecture,
  consulting,
];

export const skillCategories: readonly SkillCategory[] = sources.map((source) => ({
  id: skillSlug(source.name),
  name: source.name,
  specializations: Object.keys(source.specializations).map((name) => ({ id: skillSlug(name), name })),
}));

export const skills: readonly Skill[] = sources.flatMap((source) =>
  Object.entries(source.specializations).flatMap(([specialization, lines]) =>
    lines.map((line) => skillFromLine(line, skillSlug(source.name), skillSlug(specialization))),
  ),
);

const skillsById = new Map(skills.map((skill) => [skill.id, skill]));
const skillsBySpelling = spellingIndex(skills);
const categoriesById = new Map(skillCategories.map((category) => [category.id, category]));

export function findSkill(id: string): Skill | undefined {
  return skillsById.get(id);
}

/** Any spelling of the name or of an alias finds the skill. */
export function findSkillBySpelling(name: string): Skill | undefined {
  return skillsBySpelling.get(skillKey(name));
}

export function findSkillCategory(id: string): SkillCategory | undefined {
  return categoriesById.get(id);
}

function skillFromLine(line: string, categoryId: string, specializationId: string): Skill {
  const [name = '', ...aliases] = line.split('|').map((part) => part.trim());
  return { id: skillSlug(name), name, aliases, categoryId, specializationId };
}
