// What attendance asks of a cadre: presses after signing in, and fields.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";
import { Counted, comeAs, lookAtToday } from "../counted.mjs";

test("a cadre finds the day in their calendar and says what happened", async ({ page, isMobile }) => {
  await lookAtToday(page);
  await comeAs(page, "cadre");
  await page.goto("/desk/attendance");
  await expectAccessible(page);
  // Desktop and phone ask of the same county at once: each for a day of its own.
  const day = isMobile ? "2026-11-17" : "2026-11-20";
  const said = new Counted(page);
  await said.press(page.locator(`main a[href$=".${day}"]`).first());
  await expect(page.locator("main")).toContainText("怎样得出");
  await expectAccessible(page);
  await said.press(page.locator('main a[href$="/explain"]'));
  await said.fill(page.locator('[name="said"]'), "下村入户，没有打卡。");
  await said.press(page.locator('main form button[type="submit"]').last());
  await expect(page.locator("main")).toContainText("下村入户");
  said.within(3, 1);
});
