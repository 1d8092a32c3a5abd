import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { bright, emailOf, open, openBrowser, signIn, visit } from './browser.ts';

let browser: Browser;
const tenant = bright;
const role = 'user';
const password = () => process.env.E2E_PASSWORD ?? 'loctelli-demo-2026';
/** A code of the step `ahead` of now: each serves once, and one that is a step early counts too. */
const codeOf = (secret: string, ahead = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * 30 });

/** Until the step that is now has begun lately: a code of the one before is too old as soon as the next begins. */
async function earlyInStep(): Promise<void> {
  while ((Date.now() / 1000) % 30 > 20) await new Promise((resolve) => setTimeout(resolve, 250));
}

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

async function fillPassword(page: Page): Promise<void> {
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail address').fill(emailOf(tenant, role));
  await page.getByLabel('Password', { exact: true }).fill(password());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
}

const card = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('an authenticator app is set up by its QR code or key, asked for at sign-in, stood in for by a recovery code, and switched off', async () => {
  const page = await signIn(await visit(browser, tenant), tenant, role);
  await open(page, '/settings/security');
  await page.getByRole('button', { name: 'Set up two-step verification' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Code' }).fill('000000');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await dialog.getByText('The code is wrong or was used before.').waitFor();
  await earlyInStep();
  await dialog.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, -1));
  await dialog.getByRole('button', { name: 'Turn on' }).click();

  await page.getByRole('dialog', { name: 'Save your recovery codes' }).waitFor();
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).click()]);
  expect(file.suggestedFilename()).toBe('recovery-codes.txt');
  expect(await dialog.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.getByText('I have saved these codes').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  await card(page, 'Two-step verification').getByText('10 recovery codes left').waitFor();

  await signOut(page);
  await fillPassword(page);
  await page.getByRole('heading', { name: 'Two-step verification' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  // Six digits are sent by themselves.
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
  await page.getByRole('navigation').first().waitFor();

  await signOut(page);
  await fillPassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0]!.toUpperCase());
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('navigation').first().waitFor();

  await open(page, '/settings/security');
  await card(page, 'Two-step verification').getByText('9 recovery codes left').waitFor();
  await page.getByRole('button', { name: 'Turn off' }).click();
  const asking = page.getByRole('dialog', { name: 'Turn off two-step verification?' });
  await asking.getByLabel('Current password').fill(password());
  await asking.getByLabel('Code or recovery code').fill(codes[1]!);
  await asking.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Set up two-step verification' }).waitFor();
  await page.context().close();
}, 180_000);

test('a passkey is added, signs in by a press and from the field, and is removed', async () => {
  const page = await visit(browser, tenant);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  });
  const present = (enabled: boolean) => devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });

  await signIn(page, tenant, role);
  await open(page, '/settings/security');
  await present(true);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('Name').fill('Reception desk');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await card(page, 'Passkeys').getByText('Reception desk').waitFor();
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'bright-dental.localhost' }]);

  // The same device again: it has one for this account.
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByText('This device has a passkey for your account already.').waitFor();
  await page.keyboard.press('Escape');

  await present(false);
  await signOut(page);
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await present(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('navigation').first().waitFor();

  // With somebody present, the offer in the address field is taken up by itself.
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('navigation').first().waitFor();

  await open(page, '/settings/security');
  await page.getByRole('button', { name: 'Actions for Reception desk' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await card(page, 'Passkeys').getByText('No passkeys yet.').waitFor();
  await page.context().close();
}, 180_000);

test('a language chosen before signing in stays for an account that names none', async () => {
  const page = await visit(browser, tenant);
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Español' }).click();
  await page.locator('html[lang=es]').waitFor({ state: 'attached' });
  await page.getByLabel('Correo electrónico').fill(emailOf(tenant, role));
  await page.getByLabel('Contraseña', { exact: true }).fill(password());
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await page.context().close();
}, 120_000);
