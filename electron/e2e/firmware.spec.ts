/** Installing MicroPython, as far as a computer without a board gets: the dialog by keyboard, files that are right and wrong, and axe-core. */

import { makeUf2 } from '#interpreter/real/firmware/testing/firmware-files.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Family of the RP2040. */
const RP2040 = 0xe48b_ff56;

test('a file says what it is, and the board is waited for', async ({ page, openProject }) => {
  await openProject({ name: 'Blink', program: '' });
  const device = page.getByRole('button', { name: /^Device:/ });
  await device.press('Enter');
  await page.getByRole('menuitem', { name: 'Install MicroPython…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Install MicroPython' });
  await expect(dialog.getByText(/^Waiting for a board/)).toBeVisible();
  await expectAccessible(page, 'the dialog that installs MicroPython');

  const choose = async (name: string, content: Uint8Array): Promise<void> => {
    const asked = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /^Choose (a|another) file/ }).press('Enter');
    await (await asked).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  };
  await choose('page.uf2', new TextEncoder().encode('<!DOCTYPE html>'));
  await expect(dialog.getByRole('alert')).toContainText('This is not a firmware file.');
  await expectAccessible(page, 'a file that is no firmware');

  const words = 'MicroPython v1.28.0 on 2026-01-01; Raspberry Pi Pico with RP2040\0';
  await choose('pico.uf2', makeUf2([{ family: RP2040, content: words }]));
  await expect(dialog).toContainText('For Raspberry Pi Pico with RP2040');
  await expect(dialog).toContainText('Your files on the board stay.');
  await expect(dialog.getByRole('button', { name: 'Install' })).toBeDisabled();
  await expectAccessible(page, 'a firmware file');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(device).toBeFocused();
});
