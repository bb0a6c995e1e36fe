import { beforeEach, describe, expect, test } from 'vitest';
import { decisionKinds } from '../../../src-shared/contract/moderation-settings';
import { commonPlaceholders, fillPlaceholders } from '../../../src-shared/placeholders';
import { shareTestOffice } from '../../support/shared-office';
import { addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice(async ({ app }) => {
  await addStaffAtWindow(app, 'decider', ['moderation.decide']);
});
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

const typed = {
  decision: 'reject',
  name: 'No reply',
  text: 'Hello {given name}, we have not heard from you.',
} as const;
let added = 0;

async function add(over: Partial<{ name: string; text: string }> = {}) {
  added += 1;
  const details = { ...typed, name: `No reply ${added}`, ...over };
  return office.app.ask('superuser', 'moderationSettings.createTemplate', details);
}

describe('a new office', () => {
  test('has templates of its own for every decision, and something fills all their placeholders', async () => {
    const { rows } = await office.app.ask('superuser', 'moderationSettings.templates', {});
    expect(new Set(rows.map(({ decision }) => decision))).toEqual(new Set(decisionKinds));
    const known = Object.fromEntries(commonPlaceholders.map((name) => [name, 'something']));
    for (const { text } of rows) expect(fillPlaceholders(text, known).unfilled).toEqual([]);
  });
});

describe('a template', () => {
  test('is added, changed and archived; moderators choose among those that are not', async () => {
    const template = await add();
    const changed = await office.app.ask('superuser', 'moderationSettings.updateTemplate', {
      id: template.id,
      version: template.version,
      decision: 'request-changes',
      name: 'Please call',
      text: 'Please call {office}.',
    });
    expect(changed).toEqual({
      ...template,
      version: 2,
      decision: 'request-changes',
      name: 'Please call',
      text: 'Please call {office}.',
    });
    const choosable = async () => (await office.app.ask('decider', 'moderation.templates', {})).rows;
    expect(await choosable()).toContainEqual({
      id: template.id,
      decision: 'request-changes',
      name: 'Please call',
      text: 'Please call {office}.',
    });
    const archived = await office.app.ask('superuser', 'moderationSettings.setTemplateArchived', {
      id: template.id,
      version: 2,
      isArchived: true,
    });
    expect(archived).toMatchObject({ isArchived: true, version: 3 });
    expect((await choosable()).map(({ id }) => id)).not.toContain(template.id);
    const { rows } = await office.app.ask('superuser', 'moderationSettings.templates', {});
    expect(rows).toContainEqual(archived);
  });

  test('stands in the activity with what it said before', async () => {
    const template = await add();
    const { id, version } = template;
    const change = { id, version, decision: 'reject', name: template.name, text: 'Goodbye.' } as const;
    await office.app.ask('superuser', 'moderationSettings.updateTemplate', change);
    const { rows } = await office.app.ask('superuser', 'activity.list', {});
    expect(rows[0]).toMatchObject({
      act: 'message-template.changed',
      subject: { kind: 'message-template', label: template.name },
      changes: [{ field: 'text', before: typed.text, after: 'Goodbye.' }],
    });
    expect(rows[1]).toMatchObject({ act: 'message-template.added' });
  });

  test('may be called like one for another decision, but not like one for the same', async () => {
    const { name } = await add();
    const create = (details: { decision: 'approve' | 'reject'; name: string }) =>
      office.app.call('superuser', 'moderationSettings.createTemplate', { ...details, text: typed.text });
    expect(await create({ decision: 'approve', name })).toMatchObject({ ok: true });
    expect(await create({ decision: 'reject', name: name.toUpperCase() })).toMatchObject({
      ok: false,
      error: { code: 'NAME_TAKEN', fields: { name: { code: 'NAME_TAKEN' } } },
    });
    const other = await add();
    const taken = { id: other.id, version: other.version, ...typed, name };
    expect(await office.app.refusal('superuser', 'moderationSettings.updateTemplate', taken)).toBe('NAME_TAKEN');
  });

  test.each([
    'Hello {given name',
    'Hello given name}',
    'Hello {}',
    'Hello { }',
    'Hello {{given name}}',
    'Hello {given\nname}',
  ])('takes no %j, whose braces are not those of a placeholder', async (text) => {
    const refused = await office.app.call('superuser', 'moderationSettings.createTemplate', { ...typed, text });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'PLACEHOLDER_MALFORMED', fields: { text: { code: 'PLACEHOLDER_MALFORMED' } } },
    });
  });

  test('that somebody else has changed meanwhile is not changed', async () => {
    const { id, version } = await add();
    const archive = { id, version, isArchived: true };
    await office.app.ask('superuser', 'moderationSettings.setTemplateArchived', archive);
    const stale = [
      office.app.refusal('superuser', 'moderationSettings.setTemplateArchived', { ...archive, isArchived: false }),
      office.app.refusal('superuser', 'moderationSettings.updateTemplate', { id, version, ...typed }),
    ];
    expect(await Promise.all(stale)).toEqual(['STALE_VERSION', 'STALE_VERSION']);
  });

  test('is changed by nobody who only decides', async () => {
    expect(await office.app.refusal('decider', 'moderationSettings.createTemplate', typed)).toBe('NOT_ALLOWED');
    expect(await office.app.refusal('decider', 'moderationSettings.templates', {})).toBe('NOT_ALLOWED');
  });
});
