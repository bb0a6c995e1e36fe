import type { AccountTabsProps } from '../AccountTabs';
import { PasswordPanel } from './PasswordPanel';
import { WayInPanel } from './WayInPanel';

/** How the person signs in, and how staff help them to. */
export function SecurityTab(props: AccountTabsProps) {
  const { account, acts, rights } = props;
  return (
    <>
      <WayInPanel account={account} acts={acts} mayLift={rights.isEditable} />
      {rights.isEditable && <PasswordPanel {...props} />}
    </>
  );
}
