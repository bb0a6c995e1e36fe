import type { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import type { Group } from '../../../src-shared/contract/groups';
import { permissionLabel } from '../../components/permissions/catalogue';
import { textInWords, type WordsOfFields } from '../../components/versions/compare';

export const groupSchema = contract.groups.create.input;
export type GroupValues = z.input<typeof groupSchema>;

export const emptyGroup: GroupValues = { name: '', description: '', permissions: [] };

export function valuesOf({ name, description, permissions }: Group): GroupValues {
  return { name, description, permissions };
}

export const fieldWords: WordsOfFields<GroupValues> = [
  { name: 'name', label: 'Name', words: (value) => [value] },
  { name: 'description', label: 'Description', words: textInWords },
  { name: 'permissions', label: 'Permissions', words: (permissions) => permissions.map(permissionLabel) },
];
