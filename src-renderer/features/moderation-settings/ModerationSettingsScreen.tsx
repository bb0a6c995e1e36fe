import { Page } from '../../components/Page';
import { PoliciesPanels } from './policies/PoliciesPanels';
import { RulesPanel } from './rules/RulesPanel';
import { TemplatesPanel } from './templates/TemplatesPanel';

/** How the office deals with new people: whether they can register, who decides by itself, and what they are told. */
export function ModerationSettingsScreen() {
  return (
    <Page title="Moderation settings" description="How the office deals with people who are new." width="form">
      <PoliciesPanels />
      <RulesPanel />
      <TemplatesPanel />
    </Page>
  );
}
