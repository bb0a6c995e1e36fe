import { useMemo } from 'react';
import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';

type TypeOption = NonNullable<CaseRow['type']>;

const noRows: readonly CaseRow[] = [];

/** What the queue can be narrowed to. Whoever may not look at accounts is offered the types of the cases shown. */
export function useProfileTypeOptions(rows: readonly CaseRow[] = noRows): readonly Pick<TypeOption, 'id' | 'name'>[] {
  const maySeeTypes = useMay('accounts.view');
  const types = useRead('profiles.types', {}, { isEnabled: maySeeTypes });
  const all = types.data?.rows;
  return useMemo(() => all ?? typesOf(rows), [all, rows]);
}

function typesOf(rows: readonly CaseRow[]): readonly TypeOption[] {
  const shown = rows.flatMap(({ type }) => (type ? [[type.id, type] as const] : []));
  return [...new Map(shown).values()].toSorted((one, other) => one.name.localeCompare(other.name));
}
