// How much a journey asks of whoever makes it: presses after signing in, and fields. A journey that grows over
// its ceiling fails here.
import { expect, test } from "@playwright/test";
import { Counted, comeAs } from "../counted.mjs";

test("a clerk drafts a bulletin and sends it on", async ({ page }) => {
  await comeAs(page, "discipline");
  const made = new Counted(page);
  await made.press(page.locator('nav a[href="/desk/bulletins"]').first());
  await made.press(page.locator('a[href="/desk/bulletins/draft"]').first());
  await made.press(page.locator('input[name^="item."]').first());
  await made.fill(page.locator('[name="title"]'), "关于值班到岗一事的通报");
  await made.fill(page.locator('[name="lead"]'), "本周送达的决定一件，现予通报。");
  await made.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/bulletins\/\d+$/);
  made.within(8, 2);
});

test("the head of a unit answers a finding", async ({ page }) => {
  await comeAs(page, "head");
  const made = new Counted(page);
  await expect(page.locator("tr", { has: page.locator('a[href$="/reply"]') }).first()).toContainText(/月|日|天/);
  await made.press(page.locator('main a[href$="/reply"]').first());
  await made.choose(page.locator('[name="position"]'), "disputes");
  await made.fill(page.locator('[name="body"]'), "当天两人临时下村，值班表已补。");
  await made.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/visits\/\d+$/);
  made.within(8, 4);
});
