import type { ProcedureName } from '../../../src-shared/contract';
import { errorText } from '../../../src-shared/errors';
import { CallFailure } from '../../api/failures';

/** The record as it is now, out of all that a procedure answers. @throws CallFailure where it was removed meanwhile */
export function recordAmong<R extends { readonly id: string }>(
  records: readonly R[],
  id: string,
  procedure: ProcedureName,
): R {
  const record = records.find((one) => one.id === id);
  if (!record) throw new CallFailure(procedure, errorText('NOT_FOUND'));
  return record;
}
