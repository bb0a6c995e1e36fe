import type { StaffPermission } from '../../../src-shared/permissions';

interface SampleGroup {
  readonly name: string;
  readonly description: string;
  readonly permissions: StaffPermission[];
  readonly members: readonly (readonly [givenName: string, familyName: string, phone: string])[];
}

/** People who do not exist, at a domain that is nobody's (RFC 2606). Nobody knows their passwords. */
export const sampleGroups: readonly SampleGroup[] = [
  {
    name: 'Front desk',
    description: 'Answers callers and looks accounts up for them.',
    permissions: ['staff.view'],
    members: [
      ['Amélie', 'Rousseau', '+33 1 70 18 99 01'],
      ['Björn', 'Håkansson', '+46 8 465 005 11'],
      ['Chiara', "Dell'Acqua", '+39 06 5550 1042'],
      ['Daniyar', 'Seitkali', ''],
      ['Jürgen', 'Müller', '+49 (30) 23125 014'],
    ],
  },
  {
    name: 'Team leads',
    description: 'Look after the people at the front desk.',
    permissions: ['staff.view', 'staff.manage', 'groups.manage', 'activity.view', 'moderation.decide'],
    members: [
      ['Niamh', "O'Sullivan", '+353 20 915 0117'],
      ['伟', '李', ''],
    ],
  },
  {
    name: 'Auditors',
    description: 'Read what was changed and change nothing.',
    permissions: ['activity.view'],
    members: [['Łucja', 'Wiśniewska', '+48 22 555 01 37']],
  },
];

export function sampleEmail(index: number): string {
  return `sample.person.${index + 1}@example.org`;
}
