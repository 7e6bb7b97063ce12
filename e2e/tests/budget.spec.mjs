// What a page may weigh, and that it is whole at 400 % zoom and without script.
import { expect, test } from "@playwright/test";

test("the front page keeps its budget and asks no other host", async ({ page, baseURL }) => {
  const sizes = { document: 0, stylesheet: 0, script: 0 };
  const hosts = new Set();
  const weighed = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    hosts.add(new URL(response.url()).origin);
    if (kind in sizes) {
      weighed.push(response.body().then((body) => { sizes[kind] += body.length; }));
    }
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await Promise.all(weighed);
  expect(sizes.document).toBeLessThanOrEqual(60_000);
  expect(sizes.stylesheet).toBeLessThanOrEqual(20_000);
  expect(sizes.script).toBeLessThanOrEqual(15_000);
  expect([...hosts]).toEqual([baseURL]);
});

test("pages do not scroll sideways at 400 % zoom", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of ["/", "/story", "/statistics", "/statistics/visits", "/statistics/decisions", "/bulletins", "/law", "/mechanisms", "/mechanisms/three-asks", "/units", "/verify", "/sign-in"]) {
    await page.goto(path);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(wide, path).toBeLessThanOrEqual(room);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the visit figure opens to its rows", async ({ page }) => {
    await page.goto("/statistics?from=2015-01-01&to=2015-12-31");
    await page.getByRole("link", { name: /1,?630/ }).first().click();
    await expect(page.getByText(/1,?630/).first()).toBeVisible();
    await expect(page.locator("tbody tr").first()).toBeVisible();
  });
});
