// What a cadre has taken note of is gone from mine today: this journey is made once, at the size of a phone.
import { expect, test } from "@playwright/test";
import { Counted, comeAs } from "../counted.mjs";

test("a cadre takes note, reads the bulletin and takes the record along", async ({ page }) => {
  await comeAs(page, "cadre");
  const made = new Counted(page);
  const file = await made.receive(page.locator('a[href="/desk/me/record/export.xlsx"]'));
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await made.press(page.locator('main form[action="/desk/notices"] button'));
  await expect(page).toHaveURL(/\/desk$/);
  await expect(page.locator('main form[action="/desk/notices"]')).toHaveCount(0);
  await made.press(page.locator('main a[href^="/bulletins/"]').first());
  await expect(page).toHaveURL(/\/bulletins\/\d+$/);
  made.within(3, 0);
});
