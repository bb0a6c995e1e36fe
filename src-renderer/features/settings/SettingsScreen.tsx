import { useMay } from '../../app/permissions';
import { Page } from '../../components/Page';
import { StorePanels } from '../opening/settings/StorePanels';
import { OfficePanels } from './OfficePanels';

/** The office and its store, each for those who may change it. */
export function SettingsScreen() {
  const mayChangeOffice = useMay('settings.manage');
  const mayManageStore = useMay('store.manage');
  return (
    <Page title="Settings" width="form">
      {mayChangeOffice && <OfficePanels />}
      {mayManageStore && <StorePanels />}
    </Page>
  );
}
