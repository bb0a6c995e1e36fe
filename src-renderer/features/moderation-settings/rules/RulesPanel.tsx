import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Chip, Typography } from '@mui/material';
import { useRef } from 'react';
import type { ModerationRule } from '../../../../src-shared/contract/moderation-settings';
import { useRead } from '../../../api/use-read';
import { useWrite } from '../../../api/use-write';
import { confirm } from '../../../components/confirm';
import { EmptyState } from '../../../components/EmptyState';
import { FailureNotice } from '../../../components/FailureNotice';
import { counted } from '../../../components/numbers';
import { Panel } from '../../../components/Panel';
import { ReadState } from '../../../components/ReadState';
import { formatDate } from '../../../components/times';
import { showToast } from '../../../components/toasts';
import { useOpenEntry } from '../../delegation/useOpenEntry';
import { AddRules } from './AddRules';
import { decisionWords } from './rule-lines';

/** Whom Steward approves or rejects by itself, by their e-mail. */
export function RulesPanel() {
  const read = useRead('moderationSettings.rules', {});
  const { open, add, close } = useOpenEntry('moderation-settings/rules/open');
  const removal = useWrite('moderationSettings.deleteRule');
  const list = useRef<HTMLUListElement>(null);
  const rows = read.data?.rows ?? [];
  const addButton = (
    <Button variant="contained" startIcon={<AddIcon />} onClick={add} sx={{ flex: 'none' }}>
      Add rules
    </Button>
  );

  async function remove(rule: ModerationRule): Promise<void> {
    const isConfirmed = await confirm({
      title: `Delete the rule for ${rule.pattern}?`,
      text: 'What it has decided stays as it is. Whoever registers from now on waits for a moderator again.',
      action: 'Delete',
      isDangerous: true,
    });
    const section = list.current?.closest('section');
    if (!isConfirmed || !(await removal.run({ id: rule.id }))) return;
    showToast(`The rule for ${rule.pattern} was deleted.`);
    // Its row is about to go, and the keyboard with it; with the last one goes the button above them.
    const isLast = rows.every(({ id }) => id === rule.id);
    section?.querySelector<HTMLElement>(isLast ? 'h2' : 'button')?.focus();
  }

  return (
    <>
      <Panel
        title="Rules"
        description="Whoever registers with such an e-mail is approved or rejected at once, without a moderator. The nearest rule holds: first the e-mail itself, then its domain, then the domains above. Of those who wait already, rules decide nothing."
        actions={rows.length > 0 && addButton}
      >
        <FailureNotice failure={removal.failure} />
        <ReadState read={read}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title="No rules yet" action={addButton}>
                A rule such as “example.org is approved” spares moderators what is always the same.
              </EmptyState>
            ) : (
              <Box component="ul" ref={list} aria-label="Rules" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {rows.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} onRemove={() => void remove(rule)} />
                ))}
              </Box>
            )
          }
        </ReadState>
      </Panel>
      {open === 'new' && <AddRules onClose={close} />}
    </>
  );
}

interface RuleRowProps {
  readonly rule: ModerationRule;
  readonly onRemove: () => void;
}

function RuleRow({ rule: { pattern, decision, note, decidedCount, createdAt }, onRemove }: RuleRowProps) {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', columnGap: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {pattern}
          </Typography>
          <Chip
            label={decisionWords[decision]}
            variant="outlined"
            color={decision === 'approve' ? 'success' : 'error'}
          />
        </Box>
        {note !== '' && <Typography variant="body2">{note}</Typography>}
        <Typography variant="body2" color="textSecondary">
          {decidedCount === 0
            ? 'Has decided nothing yet'
            : `Has decided on ${counted(decidedCount, 'sign-up', 'sign-ups')}`}
          {` · Added on ${formatDate(createdAt)}`}
        </Typography>
      </Box>
      <Button size="small" color="error" aria-label={`Delete the rule for ${pattern}`} onClick={onRemove}>
        Delete
      </Button>
    </Box>
  );
}
