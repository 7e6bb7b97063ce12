// How much a journey asks of whoever makes it: presses after signing in, and fields. A journey that grows over
// its ceiling fails here.
import { expect, test } from "@playwright/test";
import { Counted, comeAs } from "../counted.mjs";

// Desktop and phone come to the same county at once: each takes a record of its own.
function own(records, isMobile) {
  return isMobile ? records.last() : records.first();
}

test("a clerk drafts a bulletin and sends it on", async ({ page, isMobile }) => {
  await comeAs(page, "discipline");
  const made = new Counted(page);
  await made.press(page.locator('nav a[href="/desk/bulletins"]').first());
  await made.press(page.locator('a[href="/desk/bulletins/draft"]').first());
  await made.press(own(page.locator('input[name^="item."]'), isMobile));
  await made.fill(page.locator('[name="title"]'), "关于值班到岗一事的通报");
  await made.fill(page.locator('[name="lead"]'), "本周送达的决定一件，现予通报。");
  await made.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/bulletins\/\d+$/);
  made.within(8, 2);
});

test("the head of a unit answers a finding", async ({ page, isMobile }) => {
  await comeAs(page, "head");
  const made = new Counted(page);
  await expect(page.locator("tr", { has: page.locator('a[href$="/reply"]') }).first()).toContainText(/月|日|天/);
  await made.press(own(page.locator('main a[href$="/reply"]'), isMobile));
  await made.choose(page.locator('[name="position"]'), "disputes");
  await made.fill(page.locator('[name="body"]'), "当天两人临时下村，值班表已补。");
  await made.fill(page.locator('[name="plan"]'), "每晚由值班副镇长点名。");
  await made.fill(page.locator('[name="plan_by"]'), "2016-03-10");
  await made.press(page.locator('main form button[type="submit"]').last());
  await expect(page).toHaveURL(/\/desk\/visits\/\d+$/);
  await expect(page.locator("main")).toContainText("每晚由值班副镇长点名。");
  made.within(8, 4);
});

// Sends a complaint; the whole line of its receipt.
async function receipt(page) {
  await page.goto("/complaints/new");
  await page.locator('[name="of_unit"]').selectOption({ index: 1 });
  await page.locator('[name="told"]').fill("上午十点窗口没有人，等了四十分钟。");
  await page.locator('main form button[type="submit"]').last().click();
  return page.locator("dl code").last().innerText();
}

test("somebody without an account follows up with one line of the receipt", async ({ page }) => {
  const line = await receipt(page);
  await page.goto("/");
  const made = new Counted(page);
  await made.press(page.locator('a[href="/tickets"]').first());
  await made.fill(page.locator('[name="number"]'), line);
  await made.press(page.locator('form[action="/tickets"] button'));
  await expect(page.locator(".quote", { hasText: "等了四十分钟" })).toBeVisible();
  made.within(3, 1);
});
