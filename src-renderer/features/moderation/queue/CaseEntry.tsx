import CopyIcon from '@mui/icons-material/PeopleAltOutlined';
import LateIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Checkbox } from '@mui/material';
import { memo } from 'react';
import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { fullName } from '../../../components/people';
import { profileShade } from '../../../components/profile-colors';
import { formatDate, formatRelatively } from '../../../components/times';
import { ageWords, deciderWords } from '../words';

interface CaseEntryProps {
  readonly row: CaseRow;
  readonly address: string;
  readonly isSelected: boolean;
  readonly isTicked: boolean;
  /** Left out where nothing is done with several at once. */
  readonly onTick: ((id: string, isTicked: boolean) => void) | undefined;
  readonly now: number;
  /** From this age on, in milliseconds, a case is late. */
  readonly reminderAge: number;
}

/** A line of the queue: who it is, for how long they wait, and what is to be known before it is opened. */
export const CaseEntry = memo(function CaseEntry(props: CaseEntryProps) {
  const { row, address, isSelected, isTicked, onTick, now, reminderAge } = props;
  const name = fullName(row);
  return (
    <Box component="li" data-selected={isSelected || undefined} sx={entryStyle}>
      {onTick && (
        <Checkbox
          checked={isTicked}
          onChange={(event) => onTick(row.id, event.target.checked)}
          slotProps={{ input: { 'aria-label': `Tick ${name}` } }}
          sx={{ p: 0.5, ml: 0.5, mt: 0.5 }}
        />
      )}
      {/* The list follows it, without the whole list hearing of every change of the address. */}
      <a href={address} data-case={row.id} aria-current={isSelected ? 'true' : undefined}>
        <span className="line">
          <b>{name}</b>
          <Since row={row} now={now} reminderAge={reminderAge} />
        </span>
        <span className="line wrapping">
          <span className="email">{row.email}</span>
          {row.type && (
            <span className="type">
              <span className="dot" style={{ backgroundColor: profileShade(row.type.color) }} />
              {row.type.name}
            </span>
          )}
        </span>
        <Marks row={row} />
      </a>
    </Box>
  );
});

function Since({ row, now, reminderAge }: Pick<CaseEntryProps, 'row' | 'now' | 'reminderAge'>) {
  const { state, since, decision, parkedUntil } = row;
  if (state === 'approved' || state === 'rejected') {
    return (
      <span className={`since ${state}`}>
        {state === 'approved' ? 'Approved' : 'Rejected'} <span className="when">{formatDate(since)}</span>
      </span>
    );
  }
  if (state === 'parked' && parkedUntil !== null) return <span className="since">until {formatDate(parkedUntil)}</span>;
  if (state === 'changes-requested' && decision) {
    return <span className="since">asked {formatRelatively(decision.at, now)}</span>;
  }
  const isLate = now - since >= reminderAge;
  return (
    <span className={isLate ? 'since late' : 'since'}>
      {isLate && <LateIcon aria-hidden sx={{ fontSize: 14, verticalAlign: '-2px', mr: 0.25 }} />}
      {ageWords(since, now)}
      {isLate && ', late'}
    </span>
  );
}

function Marks({ row }: { readonly row: CaseRow }) {
  const { claim, firstApproval, hasDuplicates, decision, state, isAppeal, kind } = row;
  const isDecided = state === 'approved' || state === 'rejected';
  const marks = [
    ...(isDecided && decision
      ? [`by ${deciderWords(decision)}`, ...(decision.reason && !decision.rule ? [decision.reason] : [])]
      : []),
    ...(isAppeal && state !== 'waiting' ? ['Appeal'] : []),
    ...(kind === 'profile' ? ['Further profile'] : []),
    ...(claim ? [claim.isSelf ? 'Claimed by you' : `Claimed by ${claim.name}`] : []),
    ...(firstApproval
      ? [firstApproval.isSelf ? 'Approved once, by you' : `Approved once, by ${firstApproval.name}`]
      : []),
  ];
  if (marks.length === 0 && !hasDuplicates) return null;
  return (
    <span className="marks">
      {hasDuplicates && (
        <span>
          <CopyIcon aria-hidden sx={{ fontSize: 14, verticalAlign: '-2px', mr: 0.25 }} />
          Duplicate?
        </span>
      )}
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  );
}

// By classes, for there are fifty of them, and the next case has to be there at once.
const entryStyle = {
  display: 'flex',
  alignItems: 'flex-start',
  borderBottom: 1,
  borderColor: 'divider',
  borderInlineStart: '3px solid transparent',
  '&:hover': { bgcolor: 'action.hover' },
  // Fainter than what is selected elsewhere: there is small grey text on it.
  '&[data-selected]': {
    bgcolor: 'color-mix(in srgb, var(--steward-palette-primary-main) 10%, transparent)',
    borderInlineStartColor: 'primary.main',
  },
  '& a': {
    flex: 1,
    minWidth: 0,
    display: 'block',
    px: 1,
    py: 0.875,
    color: 'text.primary',
    textDecoration: 'none',
    fontSize: '0.8125rem',
    lineHeight: 1.45,
    overflowWrap: 'anywhere',
    // Inside, because the list cuts off what stands out of it.
    '&:focus-visible': { outlineOffset: -2 },
  },
  '& .line': { display: 'flex', justifyContent: 'space-between', columnGap: '8px', alignItems: 'baseline' },
  '& .line.wrapping': { flexWrap: 'wrap' },
  '& b': { fontWeight: 600 },
  '& .email, & .since, & .marks': { color: 'text.secondary' },
  '& .since': { flex: 'none', maxWidth: '60%', fontSize: '0.75rem' },
  '& .since.late': { color: 'warning.main', fontWeight: 600 },
  '& .since .when': { color: 'text.secondary', fontWeight: 400 },
  '& .since.approved': { color: 'success.main', fontWeight: 600 },
  '& .since.rejected': { color: 'error.main', fontWeight: 600 },
  '& .type': { display: 'flex', alignItems: 'baseline', gap: 0.5, fontSize: '0.75rem' },
  '& .dot': { flex: 'none', width: 8, height: 8, borderRadius: '50%' },
  '& .marks': { display: 'flex', flexWrap: 'wrap', columnGap: '12px', fontSize: '0.75rem' },
} as const;
