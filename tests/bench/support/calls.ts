import type { StaffMember } from '../../../src-shared/contract/staff';
import { type BenchOffice, superuser } from './bench-office';
import { type Measured, measure } from './measure';

const desk = 'desk';
const credentials = { signInName: superuser.email, password: superuser.password };

/** Every call that is measured, by what it is for a person. */
export async function measureCalls(office: BenchOffice): Promise<Record<string, Measured>> {
  const signIn = await measureSignIn(office);
  await office.ask(desk, 'session.signIn', credentials);
  return {
    // Its handler answers an empty object and nothing else, so that what is left is the door itself.
    'the door alone (session.touch)': await measure(20_000, () => office.ask(desk, 'session.touch', {})),
    'read the settings': await measure(5_000, () => office.ask(desk, 'settings.get', {})),
    ...(await measureChanges(office)),
    ...(await measureStaff(office)),
    ...(await measureActivity(office)),
    'sign in': signIn,
  };
}

async function measureSignIn(office: BenchOffice): Promise<Measured> {
  let window = 0;
  return measure(50, () => {
    window += 1;
    return office.ask(`sign-in ${window}`, 'session.signIn', credentials);
  });
}

async function measureChanges(office: BenchOffice): Promise<Record<string, Measured>> {
  const details = { description: 'Answers callers.', permissions: ['staff.view' as const] };
  let settings = await office.ask(desk, 'settings.get', {});
  let group = await office.ask(desk, 'groups.create', { ...details, name: 'Renamed again and again' });
  return {
    'change the settings': await measure(1_000, async (index) => {
      settings = await office.ask(desk, 'settings.update', { ...settings, officeName: `Office ${index}` });
    }),
    'change a group': await measure(1_000, async (index) => {
      const { id, version } = group;
      group = await office.ask(desk, 'groups.update', { ...details, id, version, name: `Renamed ${index}` });
    }),
    'add a group': await measure(300, (index) =>
      office.ask(desk, 'groups.create', { ...details, name: `Group ${index}` }),
    ),
  };
}

async function measureStaff(office: BenchOffice): Promise<Record<string, Measured>> {
  const { rows, next } = await office.ask(desk, 'staff.list', {});
  const members: StaffMember[] = rows;
  return {
    'a page of the staff list': await measure(300, () => office.ask(desk, 'staff.list', {})),
    'the next page': await measure(300, () => office.ask(desk, 'staff.list', { cursor: next ?? undefined })),
    'a page by status': await measure(300, () => office.ask(desk, 'staff.list', { status: 'active' })),
    'a page by text': await measure(300, () => office.ask(desk, 'staff.list', { search: 'müller' })),
    'one staff account': await measure(2_000, (index) =>
      office.ask(desk, 'staff.get', { id: members[Math.abs(index) % members.length]?.id ?? '' }),
    ),
  };
}

async function measureActivity(office: BenchOffice): Promise<Record<string, Measured>> {
  const { next } = await office.ask(desk, 'activity.list', {});
  const { rows: people } = await office.ask(desk, 'activity.people', { search: 'petrenko' });
  const personId = people[0]?.id;
  return {
    'a page of the activity': await measure(500, () => office.ask(desk, 'activity.list', {})),
    'the next page of it': await measure(500, () => office.ask(desk, 'activity.list', { cursor: next ?? undefined })),
    'a page by act': await measure(500, () => office.ask(desk, 'activity.list', { act: 'group.changed' })),
    'a page by person': await measure(500, () => office.ask(desk, 'activity.list', { personId })),
    'a page by person and act': await measure(500, () =>
      office.ask(desk, 'activity.list', { personId, act: 'group.changed' }),
    ),
  };
}
