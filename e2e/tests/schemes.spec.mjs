// Schemes on the desk: the pages fit and are accessible; the editor checks a text without a script; what is owed leads to its form.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";

async function take(page, persona) {
  await page.goto("/sign-in");
  await page.locator(`button[value="${persona}"]`).click();
  await page.waitForURL(/\/desk/);
}

async function expectFits(page) {
  await expect(page.locator("h1")).toHaveCount(1);
  await expectAccessible(page);
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
}

const PAGES = ["/desk/schemes", "/desk/schemes/draft?from=three-asks", "/desk/prompts", "/desk/registers"];

for (const path of PAGES) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    await take(page, "clerk");
    await page.goto(path);
    await expectFits(page);
  });
}

test("a scheme in force shows its text, its run and what is owed", async ({ page }) => {
  await take(page, "clerk");
  await page.goto("/desk/schemes");
  await page.getByRole("link", { name: "三问四查三公开" }).click();
  await expectFits(page);
  await page.getByRole("link", { name: "运行情况" }).click();
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await expectFits(page);
});

test("what is owed leads to its form", async ({ page }) => {
  await take(page, "cadre");
  await page.getByRole("link", { name: "填报" }).first().click();
  await expect(page.locator("h1")).toHaveText("填报");
  await expectFits(page);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator("main")).toContainText("完成比例：还没有填写");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the editor names the line of a fault and what to write", async ({ page }) => {
    await take(page, "clerk");
    await page.goto("/desk/schemes/draft");
    await page.locator("textarea").fill('机制 两问 代号="two-asks" {\n    单位 本县某镇\n    周期 每月\n    问 打算 截止=20日\n}\n');
    await page.getByRole("button", { name: "检查" }).click();
    await expect(page.locator("#checked ~ ol li").first()).toContainText("第4行");
  });
});
