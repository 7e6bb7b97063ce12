// What attendance asks of a cadre, of the unit's head and of personnel: presses after signing in, and fields.
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

test("personnel looks again at what is contested, with all that bears on it on one page", async ({ page, isMobile }) => {
  test.skip(isMobile, "it is looked at again once");
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

test("personnel seals the month of every unit that agreed", async ({ page, isMobile }) => {
  test.skip(isMobile, "a month is sealed once");
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
