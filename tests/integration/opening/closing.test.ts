import { expect, test } from 'vitest';
import { storeFileOf } from '../../support/store-file';
import { newStaff, passphrase, startTestOffice } from '../../support/test-office';

test('closing finishes the calls under way, and refuses those that come meanwhile and later', async () => {
  const { app } = await startTestOffice();
  const { app: running } = app;
  app.app.subscribe('superuser', () => {});
  const underWay = app.ask('superuser', 'staff.create', newStaff('confirmed'));
  const closing = running.close();
  const closingAgain = running.close();
  const refused = {
    answer: { ok: false, error: { code: 'CLOSING', message: expect.any(String) } },
    isSessionRenewed: false,
  };
  expect(await running.call('superuser', 'session.state', {})).toEqual(refused);
  await underWay;
  await Promise.all([closing, closingAgain]);
  expect(await running.call('superuser', 'session.state', {})).toEqual(refused);
  // Its folder may already be another process's.
  expect(await running.call('superuser', 'opening.openWithPassphrase', { passphrase })).toEqual(refused);

  await app.start();
  const file = await storeFileOf(app);
  expect(file.rows('SELECT email FROM account WHERE email = ?', 'confirmed@example.com')).toHaveLength(1);
});
