import { useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../../../components/Panel';
import { RightsFields } from '../../staff/RightsFields';
import type { Grantable } from '../../staff/rights';
import type { AccountValues } from './account-form';

interface RightsPanelProps {
  /** Undefined for whoever may not give rights. */
  readonly grantable: Grantable | undefined;
}

/** What somebody may do in the back office; only once they are staff, and for whoever may decide on it. */
export function RightsPanel({ grantable }: RightsPanelProps) {
  const { control } = useFormContext<AccountValues>();
  const isStaff = useWatch({ control, name: 'isStaff' });
  if (!isStaff || !grantable) return null;
  return (
    <Panel title="Rights" description="What they may do in the back office.">
      <RightsFields grantable={grantable} />
    </Panel>
  );
}
