import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { decisionKinds, type MessageTemplate } from '../../../../src-shared/contract/moderation-settings';
import { api } from '../../../api/call';
import { isDeclined } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { EmptyState } from '../../../components/EmptyState';
import { FailureNotice } from '../../../components/FailureNotice';
import { Panel } from '../../../components/Panel';
import { ReadState } from '../../../components/ReadState';
import { showToast } from '../../../components/toasts';
import { useOpenEntry } from '../../delegation/useOpenEntry';
import { AddTemplate, EditTemplate } from './TemplateForms';
import { TemplateRow } from './TemplateRow';
import { decisionTitles } from './template-form';

/** Messages that are ready for what moderators decide. */
export function TemplatesPanel() {
  const read = useRead('moderationSettings.templates', {});
  const { open, add, edit, close } = useOpenEntry('moderation-settings/templates/open');
  const [failure, setFailure] = useState<unknown>(null);
  const [archiving, setArchiving] = useState<string | null>(null);
  const edited = read.data?.rows.find(({ id }) => id === open);
  const addButton = (
    <Button variant="contained" startIcon={<AddIcon />} onClick={add} sx={{ flex: 'none' }}>
      Add template
    </Button>
  );

  async function setArchived({ id, version, name }: MessageTemplate, isArchived: boolean): Promise<void> {
    setFailure(null);
    setArchiving(id);
    try {
      const changed = await api.moderationSettings.setTemplateArchived({ id, version, isArchived });
      showToast(isArchived ? `${name} is archived.` : `${name} is in use again.`, {
        undo: async () => {
          await api.moderationSettings.setTemplateArchived({ id, version: changed.version, isArchived: !isArchived });
        },
      });
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
    } finally {
      setArchiving(null);
    }
  }

  return (
    <>
      <Panel
        title="Templates"
        description="Messages that moderators choose from when they decide. They can change them before they are sent."
        actions={read.data && read.data.rows.length > 0 && addButton}
      >
        <FailureNotice failure={failure} />
        <ReadState read={read}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="No templates yet" action={addButton}>
                A template such as “Not a customer of ours” saves typing, and counts how often that was the reason.
              </EmptyState>
            ) : (
              decisionKinds.map((decision) => {
                const ofDecision = rows.filter((template) => template.decision === decision);
                if (ofDecision.length === 0) return null;
                return (
                  <Box key={decision} sx={{ '&:not(:first-of-type)': { mt: 2.5 } }}>
                    <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
                      {decisionTitles[decision]}
                    </Typography>
                    <Box
                      component="ul"
                      aria-label={`Templates: ${decisionTitles[decision].toLowerCase()}`}
                      sx={{ listStyle: 'none', m: 0, p: 0 }}
                    >
                      {inUseFirst(ofDecision).map((template) => (
                        <TemplateRow
                          key={template.id}
                          template={template}
                          isArchiving={archiving === template.id}
                          onEdit={() => edit(template)}
                          onArchive={() => void setArchived(template, !template.isArchived)}
                        />
                      ))}
                    </Box>
                  </Box>
                );
              })
            )
          }
        </ReadState>
      </Panel>
      {open === 'new' && <AddTemplate onClose={close} />}
      {edited && <EditTemplate key={edited.id} template={edited} onClose={close} />}
    </>
  );
}

function inUseFirst(templates: readonly MessageTemplate[]): MessageTemplate[] {
  return [...templates].sort((one, other) => Number(one.isArchived) - Number(other.isArchived));
}
