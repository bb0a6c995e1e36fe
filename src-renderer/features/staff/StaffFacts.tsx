import type { StaffMember } from '../../../src-shared/contract/staff';
import { NameValueList } from '../../components/NameValueList';
import { Panel } from '../../components/Panel';
import { EffectivePermissions } from './EffectivePermissions';
import type { GrantableGroup } from './rights';

interface StaffFactsProps {
  readonly member: StaffMember;
  readonly groups: readonly GrantableGroup[];
}

/** A staff account for those who may look at it and not change it. */
export function StaffFacts({ member, groups }: StaffFactsProps) {
  const ids = member.groups.map((group) => group.id);
  return (
    <>
      <Panel title="Person">
        <NameValueList
          items={[
            { name: 'Given name', value: member.givenName },
            { name: 'Family name', value: member.familyName },
            { name: 'E-mail', value: member.email },
            { name: 'Phone', value: member.phone || 'None' },
          ]}
        />
      </Panel>
      <Panel title="Rights">
        <NameValueList
          items={[
            { name: 'Groups', value: member.groups.map((group) => group.name).join(', ') || 'None' },
            {
              name: 'May',
              value: <EffectivePermissions rights={{ ...member, groups: ids }} groups={groups} />,
            },
          ]}
        />
      </Panel>
    </>
  );
}
