// Takes the pictures of docs/guide anew, from a demo office in a folder that is thrown away: `npm run screenshots`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOrInstallChromium, noChromium } from './chromium.mjs';
import { requireNode24 } from './require-node.mjs';

requireNode24();
const images = new URL('../docs/guide/images/', import.meta.url);
const found = findOrInstallChromium();
if (!found) throw new Error(noChromium);

const folder = mkdtempSync(join(tmpdir(), 'steward-pictures-'));
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({ executablePath: found.path, args: isRoot ? ['--no-sandbox'] : [] });
try {
  await takeSetUp(join(folder, 'empty'));
  await takeOffice(join(folder, 'demo'));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function takeSetUp(dataDir) {
  await withHost(['--data-dir', dataDir], async (output) => {
    const page = await openPage(output);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await take(page, 'set-up');
  });
}

async function takeOffice(dataDir) {
  await withHost(['--data-dir', dataDir, '--demo'], async (output) => {
    const page = await openPage(output);
    await page.getByLabel('E-mail or username').fill(printedValue(output, 'E-mail'));
    await page.getByLabel('Password', { exact: true }).fill(printedValue(output, 'Password'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await takeStart(page);
    await takeUsers(page);
    await takeProfileType(page);
    // Before the one-time password they sign in with is replaced.
    await takeDelegate(output);
    await takeAuthorizedUsers(page);
    await takeModeration(page);
    await takeNewcomer(output, page);
    const sidebar = page.getByRole('navigation', { name: 'Sections' });
    await sidebar.getByRole('link', { name: 'Staff' }).click();
    await page.getByText('Müller, Jürgen').waitFor();
    await take(page, 'staff');
    await page.getByRole('link', { name: 'Add staff' }).click();
    await page.getByLabel('Given name').fill('Ngozi');
    await page.getByLabel('Family name').fill('Adebayo');
    await page.getByLabel('E-mail').fill('ngozi.adebayo@example.org');
    await take(page, 'add-staff');
    await page.goto(new URL('/activity?act=group.added', page.url()).href);
    const entry = page.getByRole('button', { name: /added a group: Team leads/ });
    await entry.click();
    await take(page, 'activity');
  });
}

/** All of its figures, which are a little higher than the other screens. */
async function takeStart(page) {
  await page.setViewportSize({ width: 1280, height: 880 });
  await page.getByRole('heading', { name: 'Sign-ins per day' }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, 'start');
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function takeUsers(page) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByText('greta.lund@example.org').waitFor();
  await take(page, 'users');

  await page.getByRole('link', { name: 'Add User' }).click();
  await page.getByLabel('E-mail').fill('g.lund@example.org');
  await page.getByLabel('Given name').fill('Greta');
  await page.getByLabel('Family name').fill('Lund');
  await page.getByText('There are accounts like this already').waitFor();
  await take(page, 'add-user');
  await page.getByRole('main').getByRole('link', { name: 'Users' }).click();
  await button('Leave without saving').click();

  await page.getByRole('gridcell', { name: 'ana.herrera@example.org' }).click();
  await page.getByLabel('Notes').waitFor();
  await take(page, 'user');
  await page.getByRole('tab', { name: 'Profiles' }).click();
  await page.getByText('318').waitFor();
  await take(page, 'profiles');
  await page.getByRole('tab', { name: 'Login & security' }).click();
  await button('this form').click();
  await page.getByRole('textbox', { name: 'New password again' }).waitFor();
  await take(page, 'login-and-security');
  await button('Delete').click();
  const question = page.getByRole('dialog');
  await question.getByLabel('Reason').fill('Closes her shop and asked for it on the phone.');
  await question.getByRole('checkbox').check();
  await question.getByRole('button', { name: 'Called back at the number on file' }).click();
  await take(page, 'why');
  await question.getByRole('button', { name: 'Cancel' }).click();
}

async function takeProfileType(page) {
  await page.getByRole('link', { name: 'Profile types' }).click();
  await page.getByRole('gridcell', { name: 'Seller' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Seller' }).waitFor();
  await take(page, 'profile-type');
}

async function takeAuthorizedUsers(page) {
  const sidebar = page.getByRole('navigation', { name: 'Sections' });
  await sidebar.getByRole('link', { name: 'Authorized users' }).click();
  await page.getByRole('gridcell', { name: 'Lund, Nils' }).waitFor();
  await take(page, 'authorized-users');

  await page.getByRole('link', { name: 'Lund, Nils' }).click();
  await page.getByRole('tab', { name: 'Login & Permissions' }).click();
  await page.getByRole('checkbox', { name: 'View activity' }).scrollIntoViewIfNeeded();
  await page.getByLabel('Username').evaluate((field) => field.scrollIntoView({ block: 'start' }));
  await take(page, 'login-and-permissions');
  await takeHandingOver(page);

  await sidebar.getByRole('link', { name: 'Categories & permissions' }).click();
  await page.getByRole('heading', { name: 'Categories', exact: true }).waitFor();
  await take(page, 'categories-and-permissions');
}

/** What is handed over, on the screen and on paper. */
async function takeHandingOver(page) {
  await page.getByRole('button', { name: 'Reset password' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reset password' }).click();
  await dialog.getByLabel('Reason').fill('Has forgotten it and asked at the desk.');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Showed an identity document' }).click();
  await dialog.getByRole('button', { name: 'Reset password' }).click();
  const handOver = page.getByRole('dialog', { name: /^One-time password for/ });
  await handOver.waitFor();
  await take(page, 'hand-over');
  await page.emulateMedia({ media: 'print' });
  await take(page, 'slip');
  await page.emulateMedia({ media: 'screen' });
  await handOver.getByRole('button', { name: 'I have handed it over' }).click();
  await handOver.waitFor({ state: 'hidden' });
}

/** The same office as somebody sees it who acts for an account holder. */
async function takeDelegate(output) {
  const page = await openPage(output);
  await page.getByLabel('E-mail or username').fill(printedValue(output, 'Username'));
  const [, password] = output.split('Username:');
  await page.getByLabel('Password', { exact: true }).fill(printedValue(password, 'Password'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Recent activity' }).waitFor();
  await take(page, 'my-account');
}

async function takeModeration(page) {
  const sidebar = page.getByRole('navigation', { name: 'Sections' });
  const heading = page.getByRole('heading', { level: 2 });
  const dialog = page.getByRole('dialog');
  await sidebar.getByRole('link', { name: 'Moderation settings' }).click();
  await page.getByRole('checkbox', { name: 'Partner: needs a second moderator' }).waitFor();
  await take(page, 'moderation-settings');

  await sidebar.getByRole('link', { name: /^Moderation( |\d|$)(?!settings)/ }).click();
  await page.getByRole('combobox', { name: 'Profile type' }).click();
  await page.getByRole('option', { name: 'Seller' }).click();
  await page.getByRole('link', { name: /greta\.lund@example\.com/ }).click();
  await heading.filter({ hasText: 'Greta Lund' }).waitFor();
  await page.getByText('same name').first().waitFor();
  await take(page, 'moderation');
  await page.keyboard.press('r');
  const template = page.getByRole('combobox', { name: 'Template' });
  await template.click();
  await page.getByRole('option', { name: 'Has an account already' }).click();
  await page.getByText('Hello Greta,', { exact: false }).last().waitFor();
  await take(page, 'reject');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: /winner\.1@lucky-deals\.example/ }).click();
  await heading.filter({ hasText: 'Lucky Winner' }).waitFor();
  await page.getByRole('button', { name: 'Reject all from this domain' }).click();
  await dialog.getByRole('button', { name: 'Reject 3' }).waitFor();
  await dialog.getByLabel('Reason for the office').fill('Advertising, three within minutes.');
  await take(page, 'moderation-bulk');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const discard = page.getByRole('button', { name: 'Leave without saving' });
  await discard.or(heading).first().waitFor();
  if (await discard.isVisible()) await discard.click();

  await page.getByRole('link', { name: 'Insight' }).click();
  await page.getByRole('heading', { name: 'Reasons of rejections' }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, 'moderation-insight');
}

/** What somebody sees who registers, once the office has asked for changes. */
async function takeNewcomer(output, moderator) {
  const email = 'noor.haddad@example.org';
  const password = 'lantern orchard by the river';
  const page = await openPage(output);
  await page.setViewportSize({ width: 1280, height: 1040 });
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Given name').fill('Noor');
  await page.getByLabel('Family name').fill('Haddad');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('textbox', { name: 'Password again' }).fill(password);
  await page.getByRole('combobox', { name: 'What kind of account you need' }).click();
  await page.getByRole('option', { name: 'Buyer' }).click();
  await page.getByLabel('Message to the office').fill('I furnish small hotels and look for old lamps.');
  await page.getByText('Very good', { exact: true }).waitFor();
  await take(page, 'register');
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  await page.getByRole('button', { name: 'Go to sign-in' }).click();

  await moderator.goto(new URL('/moderation', moderator.url()).href);
  await moderator.getByRole('link', { name: /noor\.haddad@example\.org/ }).click();
  await moderator.getByRole('heading', { level: 2, name: 'Noor Haddad' }).waitFor();
  await moderator.keyboard.press('c');
  await moderator.getByRole('combobox', { name: 'Template' }).click();
  await moderator.getByRole('option', { name: 'A detail is missing' }).click();
  await moderator.keyboard.press('Control+Enter');
  await moderator.getByText('Noor Haddad is asked for changes.').waitFor();

  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The office can take it back for ten seconds.
  await page.getByRole('region', { name: 'What the office says' }).waitFor();
  await take(page, 'changes-asked-for');
  await page.context().close();
}

async function openPage(output) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(/ready: (\S+)/.exec(output)[1]);
  return page;
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: new URL(`${name}.png`, images).pathname });
  console.log(`docs/guide/images/${name}.png`);
}

function printedValue(output, label) {
  return new RegExp(`${label}:\\s+(.+)`).exec(output)[1].trim();
}

/** Runs the built browser host for as long as `use` takes; `use` gets what it printed. */
async function withHost(args, use) {
  const main = new URL('../out/main/browser.js', import.meta.url).pathname;
  const host = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await use(await readyOutput(host));
  } finally {
    const gone = new Promise((resolve) => host.once('exit', resolve));
    host.kill('SIGTERM');
    await gone;
  }
}

function readyOutput(host) {
  return new Promise((resolve, reject) => {
    let output = '';
    host.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('is ready:')) resolve(output);
    });
    host.once('exit', () => reject(new Error('The browser host ended before it was ready.')));
  });
}
