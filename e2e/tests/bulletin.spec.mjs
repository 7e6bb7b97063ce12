// From the figures to a bulletin, and from a finding to its decision, as people come to them.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";

const YEAR = "from=2015-01-01&to=2015-12-31";

async function fits(page, path) {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide, path).toBeLessThanOrEqual(room);
}

for (const path of [
  "/bulletins",
  `/statistics/findings?${YEAR}`,
  `/statistics/decisions?${YEAR}`,
  "/law?on=2015-06-24",
  "/demo/clock",
]) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
    await fits(page, path);
  });
}

test("the first page leads to the latest bulletin, whose names have a last day", async ({ page }) => {
  await page.goto("/");
  await page.locator("#h-told").locator("xpath=ancestor::section").getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\/bulletins\/\d+$/);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.getByText("姓名公开到")).toBeVisible();
  await expectAccessible(page);
  await fits(page, "a bulletin");
});

async function comeAs(page, persona) {
  await page.goto("/sign-in");
  await page.locator(`button[value="${persona}"]`).click();
  await expect(page).toHaveURL(/\/desk$/);
}

for (const path of ["/desk/findings", "/desk/accountabilities", "/desk/bulletins", "/desk/bulletins/draft"]) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    await comeAs(page, "discipline");
    await page.goto(path);
    await expectAccessible(page);
    await fits(page, path);
  });
}

test("a finding shows whose hands it went through", async ({ page }) => {
  await comeAs(page, "discipline");
  await page.goto("/desk/findings");
  await page.locator("tbody a").first().click();
  await expect(page.getByRole("heading", { name: "经手" })).toBeVisible();
  await expectAccessible(page);
});
