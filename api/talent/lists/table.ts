import type { EpochMs, Flag } from '../../platform/database/database.ts';

export type TalentListRow = {
  id: string;
  tenantId: string;
  ownerId: string;
  name: string;
  isShared: Flag;
  /** One for each member and tenant: the list behind the save button. */
  isDefault: Flag;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type TalentListItemRow = {
  listId: string;
  freelancerId: string;
  tenantId: string;
  note: string;
  addedBy: string;
  addedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    talentLists: TalentListRow;
    talentListItems: TalentListItemRow;
  }
}
