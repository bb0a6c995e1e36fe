import type { z } from 'zod';
import { contract } from '../../../src-shared/contract';
import type { Category, OfficePermission } from '../../../src-shared/contract/delegation';
import { textInWords, type WordsOfFields } from '../../components/versions/compare';

export const categorySchema = contract.delegation.createCategory.input;
export type CategoryValues = z.input<typeof categorySchema>;

export const emptyCategory: CategoryValues = { name: '' };

export function categoryValues({ name }: Category): CategoryValues {
  return { name };
}

export const categoryWords: WordsOfFields<CategoryValues> = [{ name: 'name', label: 'Name', words: textInWords }];

export const permissionSchema = contract.delegation.createPermission.input;
export type PermissionValues = z.input<typeof permissionSchema>;

export const emptyPermission: PermissionValues = { label: '', group: '', explanation: '' };

export function permissionValues({ label, group, explanation }: OfficePermission): PermissionValues {
  return { label, group, explanation };
}

export const permissionWords: WordsOfFields<PermissionValues> = [
  { name: 'label', label: 'Label', words: textInWords },
  { name: 'group', label: 'Group', words: textInWords },
  { name: 'explanation', label: 'Explanation', words: textInWords },
];
