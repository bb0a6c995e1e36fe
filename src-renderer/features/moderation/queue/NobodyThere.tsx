import { Button } from '@mui/material';
import type { CaseTab } from '../../../../src-shared/contract/sign-up-cases';
import { EmptyState } from '../../../components/EmptyState';
import type { QueueView } from './useQueueView';

const sentences: Readonly<Record<CaseTab, { readonly title: string; readonly text: string }>> = {
  waiting: { title: 'Nobody is waiting', text: 'Whoever asks to be let in next is listed here.' },
  appeals: { title: 'No appeals', text: 'Somebody who was rejected can appeal once; their appeal is listed here.' },
  parked: { title: 'Nothing is parked', text: 'What you park waits here until its day, and comes back by itself.' },
  'changes-requested': {
    title: 'No changes are asked for',
    text: 'Whoever is asked to correct their submission is listed here until they send it again.',
  },
  decided: { title: 'Nothing was decided yet', text: 'Decisions are kept here, with who made them and why.' },
};

/** In place of the rows where nobody fits, or nobody is there. */
export function NobodyThere({ view }: { readonly view: QueueView }) {
  if (view.isFiltered) {
    return (
      <EmptyState title="Nobody found" action={<Button onClick={view.clear}>Clear filters</Button>}>
        No case in this part of the queue fits the search and the filters.
      </EmptyState>
    );
  }
  const { title, text } = sentences[view.tab];
  return <EmptyState title={title}>{text}</EmptyState>;
}
