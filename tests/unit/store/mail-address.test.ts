import { expect, test } from 'vitest';
import { addressForm, domainForm, domainOf, shownDomain } from '../../../src-main/store/mail-address';

test.each([
  ['Example.ORG', 'example.org', 'example.org'],
  ['exämple.org', 'xn--exmple-cua.org', 'exämple.org'],
  ['EXÄMPLE.org', 'xn--exmple-cua.org', 'exämple.org'],
  ['xn--exmple-cua.org', 'xn--exmple-cua.org', 'exämple.org'],
  ['bücher。example', 'xn--bcher-kva.example', 'bücher.example'],
])('%s is compared as %s, and shown as %s', (typed, form, shown) => {
  expect(domainForm(typed)).toBe(form);
  expect(shownDomain(form)).toBe(shown);
  expect(domainOf(`somebody@${typed}`)).toBe(form);
});

test('what is no domain at all stays as it is', () => {
  expect(domainForm('Not a domain')).toBe('not a domain');
});

test('letters with and without accents are other people, at another place', () => {
  expect(addressForm('René@Exämple.org')).toBe('rené@xn--exmple-cua.org');
  expect(addressForm('rene@example.org')).toBe('rene@example.org');
});
