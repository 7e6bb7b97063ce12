// The schemes as anybody reads them: found, looked at as a picture, read in the other language, taken as a file.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";

const PAGES = ["/mechanisms", "/mechanisms/three-asks", "/mechanisms/campaign", "/mechanisms/one-rule-eight-measures?text=en"];

for (const path of PAGES) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide, path).toBeLessThanOrEqual(room);
  });
}

test("English pages of schemes are accessible and fit the screen", async ({ page }) => {
  await page.goto("/preferences?lang=en&back=/mechanisms/tax-enforcement");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a scheme is found by a word, read in English and taken as a file", async ({ page }) => {
    await page.goto("/mechanisms");
    await page.locator("#q-words").fill("三问");
    await page.locator("form.filter button").click();
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await page.getByRole("link", { name: "三问四查三公开" }).click();
    await expect(page.locator("h1")).toHaveText("三问四查三公开");
    await expect(page.locator(".parts .k")).toHaveText(["三问", "四查", "三公开"]);
    await page.getByRole("link", { name: "看英文" }).click();
    await expect(page.locator("pre.code")).toContainText("mechanism 三问四查三公开");
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载英文" }).last().click();
    expect((await coming).suggestedFilename()).toBe("three-asks.kdl");
  });
});
