import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../../src-shared/contract';
import { useRead } from '../../api/use-read';

/** The profile types of the office, by name, for whoever may look at accounts. */
export function useProfileTypes(): UseQueryResult<OutputOf<'profiles.types'>> {
  return useRead('profiles.types', {});
}
