// What a request of attendance asks of whoever makes it, and of whoever answers it: presses after signing in, and fields.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";
import { Counted, comeAs } from "../counted.mjs";

// Desktop and phone ask of the same county at once: each for days of its own.
function days(isMobile) {
  return isMobile ? ["2016-03-08", "2016-03-09"] : ["2016-03-01", "2016-03-02"];
}

test("a cadre asks for leave, and registers field work", async ({ page, isMobile }) => {
  const [first, second] = days(isMobile);
  await comeAs(page, "cadre");
  const leave = new Counted(page);
  await leave.press(page.locator('.side a[href="/desk/requests/new?kind=leave"]'));
  await expectAccessible(page);
  await leave.choose(page.locator('[name="leave"]'), "personal");
  await leave.fill(page.locator('[name="from_when"]'), `${first} 下午`);
  await leave.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/requests\/\d+$/);
  await expect(page.locator("main")).toContainText("下午");
  await expectAccessible(page);
  leave.within(4, 4);
  await page.goto("/desk");
  const work = new Counted(page);
  await work.press(page.locator('.side a[href="/desk/requests/new?kind=trip"]'));
  await work.choose(page.locator('[name="request_kind"]'), "field");
  await work.fill(page.locator('[name="from_when"]'), second);
  await work.fill(page.locator('[name="to_when"]'), `${second} 上午`);
  await work.fill(page.locator('[name="whereto"]'), "柳湾镇");
  await work.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/requests\/\d+$/);
  work.within(4, 4);
});

test("the head approves from the notice, with what stands around it in view", async ({ page, isMobile }) => {
  const [first, second] = days(isMobile);
  await comeAs(page, "liaison");
  await page.goto("/desk/requests/new?kind=leave");
  await page.locator('[name="leave"]').selectOption("annual");
  await page.locator('[name="from_when"]').fill(first);
  await page.locator('[name="to_when"]').fill(second);
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page).toHaveURL(/\/desk\/requests\/\d+$/);
  const path = new URL(page.url()).pathname;
  await page.context().clearCookies();
  await comeAs(page, "head");
  await page.goto("/desk/notices");
  const made = new Counted(page);
  await made.press(page.locator(`main a[href="${path}"]`).first());
  await expect(page.locator("main")).toContainText("假期余额");
  await expect(page.locator("main")).toContainText("没有，不冲突");
  await expect(page.locator("main")).toContainText("同单位这几天还有谁不在");
  await expectAccessible(page);
  await made.press(page.locator('main form button[type="submit"]').first());
  await expect(page.locator("main h1 + p")).toContainText("已批");
  made.within(2, 0);
});
