// The product answers, and its first page can be read by everyone.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../accessible.mjs";

test("the front page is in Chinese, has one heading and asks no other host", async ({ page, baseURL }) => {
  const hosts = new Set();
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) {
      hosts.add(new URL(request.url()).origin);
    }
  });
  const answer = await page.goto("/");
  expect(answer.status()).toBe(200);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("h1")).toHaveCount(1);
  expect([...hosts]).toEqual([baseURL]);
});

test("the front page is accessible and needs no sideways scrolling", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
});
