// What attendance asks of personnel, at a desk: presses after signing in, and fields.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";
import { Counted, comeAs, lookAtToday } from "../counted.mjs";

test("personnel looks again at what is contested, with all that bears on it on one page", async ({ page }) => {
  await lookAtToday(page);
  await comeAs(page, "hr");
  await page.goto("/desk/attendance/unit?unit=SH403&month=2026-11");
  const again = new Counted(page);
  await again.press(page.locator('main a[href$=".2026-11-10"]').first());
  const main = page.locator("main");
  await expect(main).toContainText("当天和次日上午的打卡");
  await expect(main).toContainText("村会计可以作证");
  await again.press(page.locator('main a[href$="/decide"]'));
  await again.choose(page.locator('[name="outcome"]'), "trip");
  await again.press(page.locator('main form button[type="submit"]').last());
  await expect(main).toContainText("已复核");
  again.within(4, 1);
});

test("personnel seals the month of every unit that agreed", async ({ page }) => {
  await lookAtToday(page);
  await comeAs(page, "hr");
  const closed = new Counted(page);
  await closed.press(page.locator('nav a[href="/desk/attendance/close"]').first());
  await expectAccessible(page);
  await closed.press(page.locator('main form button[type="submit"]'));
  await expect(page.locator("main table")).toContainText("已封存");
  await expect(page.locator('main input[type="checkbox"]')).toHaveCount(0);
  closed.within(8, 0);
});
