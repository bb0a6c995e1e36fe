import { beforeEach, describe, expect, test } from 'vitest';
import { shareTestOffice } from '../../support/shared-office';
import { addAccount, addStaffAtWindow, backAtDesk, superuser } from '../../support/test-office';

const office = shareTestOffice(async ({ app }) => {
  await addStaffAtWindow(app, 'decider', ['moderation.decide']);
});
beforeEach(() => backAtDesk(office.app, 'superuser', superuser));

function add(patterns: string[], decision: 'approve' | 'reject' = 'reject', note = '') {
  return office.app.call('superuser', 'moderationSettings.addRules', { patterns, decision, note });
}

async function patterns(): Promise<string[]> {
  const { rows } = await office.app.ask('superuser', 'moderationSettings.rules', {});
  return rows.map(({ pattern }) => pattern);
}

describe('a rule', () => {
  test.each([
    ['an e-mail address', 'Nina.Roth@Shop.Example', 'nina.roth@shop.example'],
    ['a domain', 'plain.example', 'plain.example'],
    ['a domain with an @ before it', '@at.example', 'at.example'],
    ['a domain with a star and an @ before it', '*@star.example', 'star.example'],
    ['all domains below one', '*.Below.Example', '*.below.example'],
    ['a domain in any script, with its accents', 'Łódź.example', 'łódź.example'],
    ['a domain of many parts', 'a.b-c.d0.example', 'a.b-c.d0.example'],
  ])('is %s', async (_, typed, shown) => {
    expect(await add([typed])).toMatchObject({ ok: true, data: { rows: [{ pattern: shown, decidedCount: 0 }] } });
    expect(await patterns()).toContain(shown);
  });

  test.each(['*', '*.*', '*@*', '@', 'org', '*.org', '@org', '*@org', '.', '**'])(
    'is not %j, which means far too many',
    async (pattern) => {
      const before = await patterns();
      expect(await add(['fine.example', pattern])).toMatchObject({
        ok: false,
        error: { code: 'RULE_TOO_WIDE', params: { pattern }, fields: { 'patterns.1': { code: 'RULE_TOO_WIDE' } } },
      });
      expect(await patterns()).toEqual(before);
    },
  );

  test.each([
    'two words.example',
    'star*.example',
    'a.*.example',
    '*.*.example',
    'nina@',
    'nina@org',
    'nina@*.example',
    'ni*na@shop.example',
    'nina@roth@shop.example',
    '-a.example',
    'a-.example',
    'a..example',
    '.a.example',
    'a.example.',
    'https://a.example',
    `${'a'.repeat(64)}.example`,
  ])('is not %j', async (pattern) => {
    expect(await add([pattern])).toMatchObject({
      ok: false,
      error: { code: 'RULE_NOT_PATTERN', params: { pattern }, fields: { 'patterns.0': { code: 'RULE_NOT_PATTERN' } } },
    });
  });

  test('is there once, whatever it decides', async () => {
    await add(['once.example']);
    expect(await add(['other.example', '@ONCE.example'], 'approve')).toMatchObject({
      ok: false,
      error: { code: 'RULE_TWICE', fields: { 'patterns.1': { code: 'RULE_TWICE' } } },
    });
    expect(await patterns()).not.toContain('other.example');
    expect(await add(['*.once.example'])).toMatchObject({ ok: true });
  });

  test('that is typed twice is added once', async () => {
    const added = await add(['double.example', '@double.example', ' DOUBLE.example ']);
    expect(added).toMatchObject({ ok: true, data: { rows: [{ pattern: 'double.example' }] } });
  });

  test('is one of a thousand at most, so that all of them can be shown', async () => {
    const room = 1_000 - (await patterns()).length;
    office.file.write(
      `WITH RECURSIVE number(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
       INSERT INTO moderation_rule (public_id, pattern, kind, decision, note, decided_count, created_at)
       SELECT printf('rule-%017d', n), 'many-' || n || '.example', 'domain', 'reject', '', 0, 0 FROM number`,
      room,
    );
    expect(await add(['last.example', 'one-more.example'])).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_RULES', fields: { patterns: { params: { maximum: 1_000 } } } },
    });
    expect(await add(['last.example'])).toMatchObject({ ok: true });
    expect(await patterns()).toHaveLength(1_000);
    office.file.write("DELETE FROM moderation_rule WHERE pattern LIKE 'many-%'");
  });

  test('stands in the activity, and so does that it is gone', async () => {
    const added = await office.app.ask('superuser', 'moderationSettings.addRules', {
      patterns: ['spam.example', '*.spam.example'],
      decision: 'reject',
      note: 'A flood in March',
    });
    const [rule] = added.rows;
    await office.app.ask('superuser', 'moderationSettings.deleteRule', { id: rule?.id ?? '' });
    expect(await patterns()).not.toContain('spam.example');
    const { rows } = await office.app.ask('superuser', 'activity.list', {});
    expect(rows[0]).toMatchObject({
      act: 'moderation.rule-deleted',
      changes: expect.arrayContaining([{ field: 'rules', before: ['spam.example'], after: null }]),
    });
    expect(rows[1]).toMatchObject({
      act: 'moderation.rules-added',
      changes: expect.arrayContaining([
        { field: 'rules', before: null, after: ['spam.example', '*.spam.example'] },
        { field: 'note', before: null, after: 'A flood in March' },
      ]),
    });
    const again = { id: rule?.id ?? '' };
    expect(await office.app.refusal('superuser', 'moderationSettings.deleteRule', again)).toBe('NOT_FOUND');
  });

  test('is made by nobody who only decides', async () => {
    const typed = { patterns: ['mine.example'], note: '' };
    const asked = office.app.refusal('decider', 'moderationSettings.addRules', { ...typed, decision: 'approve' });
    expect(await asked).toBe('NOT_ALLOWED');
  });
});

describe('whom a pattern means', () => {
  const preview = (pattern: string) => office.app.ask('superuser', 'moderationSettings.previewRule', { pattern });

  test('is counted before it becomes a rule: who waits, and which accounts there are', async () => {
    await addAccount(office.app, 'one', { email: 'one@seen.example', needsApproval: true });
    await addAccount(office.app, 'two', { email: 'two@seen.example' });
    await addAccount(office.app, 'three', { email: 'three@deep.seen.example', needsApproval: true });
    await addAccount(office.app, 'four', { email: 'four@deeper.deep.seen.example' });
    await addAccount(office.app, 'five', { email: 'five@notseen.example', needsApproval: true });
    expect(await preview('seen.example')).toEqual({ waiting: 1, accounts: 2 });
    expect(await preview('*.seen.example')).toEqual({ waiting: 1, accounts: 2 });
    expect(await preview('ONE@seen.example')).toEqual({ waiting: 1, accounts: 1 });
    expect(await preview('two@seen.example')).toEqual({ waiting: 0, accounts: 1 });
    expect(await preview('nobody.example')).toEqual({ waiting: 0, accounts: 0 });
    // Another domain, though people are found by it without their accents.
    expect(await preview('séen.example')).toEqual({ waiting: 0, accounts: 0 });
    expect(await preview('two@séen.example')).toEqual({ waiting: 0, accounts: 0 });
  });

  test('is refused for what cannot become one', async () => {
    const refused = office.app.call('superuser', 'moderationSettings.previewRule', { pattern: '*.org' });
    expect(await refused).toMatchObject({ error: { code: 'RULE_TOO_WIDE', fields: { pattern: {} } } });
  });
});
