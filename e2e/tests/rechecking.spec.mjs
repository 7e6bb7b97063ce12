// The queue of re-checks: what was promised, said and seen stands side by side; one key closes it and leads on.
// What is closed is closed: told once, at a desk.
import { expect, test } from "@playwright/test";
import { Counted, comeAs, lookAtToday } from "../counted.mjs";

test("one key closes what a visit saw put right, and leads to the next", async ({ page }) => {
  await lookAtToday(page);
  await comeAs(page, "clerk");
  await page.goto("/desk/rectifications/queue");
  const heading = page.locator("main h1");
  await expect(page.locator("main section")).toHaveCount(3);
  await expect(page.locator('[data-key="a"]')).toBeVisible();
  const first = await heading.innerText();
  const made = new Counted(page);
  await made.strike("a");
  await expect(page).toHaveURL(/\/desk\/rectifications\/queue\?at=1$/);
  await expect(page.locator("main")).not.toContainText(first);
  made.within(1, 0);
});
