import type { OutputOf } from '../../../src-shared/contract';

export type OfficeMessage = OutputOf<'messages.unread'>['rows'][number];

/** What it is about, above the office's own words. */
export const messageTitles: Readonly<Record<OfficeMessage['kind'], string>> = {
  approved: 'Approved',
  rejected: 'Not approved',
  'changes-requested': 'Changes asked for',
};

export const messageTones = { approved: 'success', rejected: 'warning', 'changes-requested': 'info' } as const;
