import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * A domain in the form in which two are the same only if mail to them goes to the same place: `Bücher.example` is
 * `xn--bcher-kva.example` and never `bucher.example`.
 */
export function domainForm(domain: string): string {
  return domainToASCII(domain) || domain.toLowerCase();
}

/** The same as people write it. */
export function shownDomain(form: string): string {
  return domainToUnicode(form) || form;
}

/** Of an e-mail, in the form of `domainForm`. */
export function domainOf(email: string): string {
  return domainForm(email.slice(email.lastIndexOf('@') + 1));
}

/** An e-mail in the form in which rules compare it: accents count, other than where people are searched. */
export function addressForm(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@'));
  return `${local.normalize('NFKC').toLowerCase()}@${domainOf(email)}`;
}
