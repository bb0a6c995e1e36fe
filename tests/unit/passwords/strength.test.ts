import { afterAll, expect, test } from 'vitest';
import { PasswordsService } from '../../../src-main/features/passwords/passwords.service';
import { strengthThread } from '../../support/test-app';

const passwords = new PasswordsService(strengthThread);
afterAll(() => passwords.close());
const about = ['Eve', 'Setter', 'eve@example.com', 'Eve Office'];

test.each([
  'eve setter eve setter',
  'Eve Setter 2026!!',
  'evesettereveset',
  'Eve Office Eve Office',
  'password password',
  'Password1234567!',
  'letmein letmein letmein',
  'aaaaaaaaaaaaaaaaaaaa',
  'qwertyuiop asdfghjkl',
])('refuses %s', async (password) => {
  const { refusal } = await passwords.assess(password, { minLength: 15, about }, null);
  expect(refusal?.code).toMatch(/^PASSWORD_(COMMON|GUESSABLE)$/);
});

test.each(['violet harbour ladder mosaic', 'eve likes purple tramways', 'Tq8#vLm2!xZr9@kW'])(
  'takes %s',
  async (password) => {
    expect(await passwords.assess(password, { minLength: 15, about }, null)).toMatchObject({ refusal: null });
  },
);

test('takes every pass-phrase it suggests', async () => {
  for (let time = 0; time < 50; time += 1) {
    const suggested = await passwords.suggest();
    expect(await passwords.assess(suggested, { minLength: 15, about }, null), suggested).toMatchObject({
      refusal: null,
    });
  }
});
