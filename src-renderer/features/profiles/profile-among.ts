import type { ProcedureName } from '../../../src-shared/contract';
import type { Profile } from '../../../src-shared/contract/profiles';
import { errorText } from '../../../src-shared/errors';
import { CallFailure } from '../../api/failures';

/** @throws CallFailure where it was removed meanwhile */
export function profileAmong(profiles: readonly Profile[], id: string, procedure: ProcedureName): Profile {
  const profile = profiles.find((one) => one.id === id);
  if (!profile) throw new CallFailure(procedure, errorText('NOT_FOUND'));
  return profile;
}
