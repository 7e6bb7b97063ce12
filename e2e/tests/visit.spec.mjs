// Visits in a real browser: without script, by keyboard, on a phone, in both languages.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";

async function take(page, persona) {
  await page.goto("/sign-in");
  await page.locator(`button[value="${persona}"]`).click();
  await page.waitForURL(/\/desk/);
}

const pages = ["/desk/visits", "/desk/visits/plan", "/desk/visits/grid", "/desk/visits/paper"];

for (const path of pages) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    await take(page, "clerk");
    await page.goto(path);
    await expect(page.locator("h1")).toHaveCount(1);
    await expectAccessible(page);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
  });
}

test("one visit is accessible, shows its signatures and its leaf", async ({ page }) => {
  await take(page, "clerk");
  await page.goto("/desk/visits?q=2015-0327");
  await page.getByRole("link", { name: "2015-0327" }).click();
  await expect(page.getByText("洛书远").first()).toBeVisible();
  await expect(page.locator('a[href^="/verify?leaf="]')).toHaveCount(1);
  await expectAccessible(page);
});

test("the list has the year's 1630 visits, and its export too", async ({ page }) => {
  await take(page, "clerk");
  await page.goto("/desk/visits?from=2015-01-01&to=2015-12-31");
  await expect(page.getByText("1630").first()).toBeVisible();
  const answer = await page.request.get("/desk/visits/export.csv?from=2015-01-01&to=2015-12-31");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines.length).toBe(1631);
});

test("a form at fault keeps what was typed and leads to the fault", async ({ page }) => {
  await take(page, "clerk");
  await page.goto("/desk/visits/plan");
  await page.getByLabel("事由").fill("在岗情况");
  await page.getByRole("button", { name: "提交计划" }).click();
  const summary = page.locator(".errs");
  await expect(summary).toBeVisible();
  await expect(page.getByLabel("事由")).toHaveValue("在岗情况");
  await summary.getByRole("link").first().click();
  await expect(page.locator(":focus, :target").first()).toBeVisible();
  await expectAccessible(page);
});

test("an untrained inspector is refused by name of the guard, in English too", async ({ page }) => {
  await take(page, "clerk");
  await page.goto("/preferences?lang=en&back=/desk/visits/plan");
  await page.getByLabel("Inspecting organ").fill("SH107");
  await page.getByLabel("Visited unit").fill("SH402");
  await page.getByLabel("First day").fill("2016-02-16");
  await page.getByLabel("Purpose").fill("posts manned after the holiday");
  await page.getByLabel("Inspectors").fill("G0065");
  await page.getByRole("button", { name: "Submit the plan" }).click();
  await expect(page.locator(".refuse")).toBeVisible();
  await expect(page.getByLabel("Purpose")).toHaveValue("posts manned after the holiday");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a visit is planned and called off", async ({ page }) => {
    await take(page, "clerk");
    await page.goto("/desk/visits/plan");
    await page.getByLabel("督查单位").fill("SH107");
    await page.getByLabel("被访单位").fill("SH401");
    await page.getByLabel("起始日期").fill("2016-02-17");
    await page.getByLabel("事由").fill("在岗情况");
    await page.getByLabel("检查人").fill("G0065、G0066");
    await page.getByRole("button", { name: "提交计划" }).click();
    await expect(page).toHaveURL(/\/desk\/visits\/\d+$/);
    await page.getByRole("link", { name: "撤销" }).click();
    await page.getByLabel("理由").fill("改期");
    await page.getByRole("button", { name: "确认撤销" }).click();
    await expect(page.getByText("已撤销").first()).toBeVisible();
  });
});

test("the grid is filled by keyboard alone", async ({ page, isMobile }) => {
  test.info().annotations.push({ type: "layout", description: isMobile ? "phone" : "desktop" });
  await take(page, "clerk");
  await page.goto("/desk/visits/grid");
  await page.locator("#f-number-1").focus();
  await page.keyboard.type("2016-9999");
  await page.keyboard.press("Tab");
  await expect(page.locator("#f-unit-1")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#f-number-2")).toBeFocused();
});
