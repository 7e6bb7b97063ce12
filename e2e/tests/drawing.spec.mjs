// From the commitment to the sealed sheets: the pool of last time, two parties, the next checkpoint, the visits of
// everything drawn. A draw is made once, at a desk.
import { expect, test } from "@playwright/test";
import { Counted, comeAs, lookAtToday } from "../counted.mjs";

// A checkpoint is signed within a minute.
const SIGNED_WITHIN_MS = 90_000;

// Another office types its entry.
async function enterElsewhere(browser, path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await lookAtToday(page);
  await comeAs(page, "discipline");
  await page.goto(path);
  await page.locator('[name="entry"]').fill("院里的柿子还剩九个");
  await page.locator('form[action$="/enter"] button').click();
  await expect(page.locator('form[action$="/enter"]')).toHaveCount(0);
  await context.close();
}

test("a clerk draws and plans unannounced visits and seals their sheets", async ({ page, browser }) => {
  test.setTimeout(SIGNED_WITHIN_MS + 60_000);
  await lookAtToday(page);
  await comeAs(page, "clerk");
  const made = new Counted(page);
  await made.press(page.locator('nav a[href="/desk/draws/announce"]').first());
  await expect(page.locator('[name="what_for"]')).not.toHaveValue("");
  await made.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/draws\/\d+$/);
  await made.fill(page.locator('[name="entry"]'), "今早窗台上有霜");
  await made.press(page.locator('form[action$="/enter"] button'));
  await expect(page.locator('form[action$="/enter"]')).toHaveCount(0);
  const path = new URL(page.url()).pathname;
  await enterElsewhere(browser, path);
  const draw = page.locator('form[action$="/make"] button');
  await expect(async () => {
    await page.goto(path);
    await expect(draw).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: SIGNED_WITHIN_MS });
  await made.press(draw);
  await made.fill(page.locator('[name="from"]'), "2027-01-05");
  await made.press(page.locator('form[action*="/desk/visits/drawn"] button'));
  await made.press(page.locator('main a[href*="/desk/visits/pack"]'));
  await expect(page.locator(".doc").first()).toContainText("封面");
  await expect(page.locator(".doc")).toHaveCount(4);
  made.within(7, 2);
});
