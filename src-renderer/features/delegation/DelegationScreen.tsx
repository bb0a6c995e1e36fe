import { Page } from '../../components/Page';
import { CategoriesPanel } from './CategoriesPanel';
import { PermissionsPanel } from './PermissionsPanel';

/** The office's own words for authorized users. */
export function DelegationScreen() {
  return (
    <Page
      title="Categories & permissions"
      description="The office’s own words for authorized users, who act for the accounts of others."
      width="form"
    >
      <CategoriesPanel />
      <PermissionsPanel />
    </Page>
  );
}
