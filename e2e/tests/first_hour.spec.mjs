// The first hour of a real county, in the browser and by the guide alone: from `init` to a first
// visit, a copy, and the proof that the copy is whole. With QINZHENG_PICTURES set to a folder, every
// stop is kept there as a picture, with the seconds it was reached after.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { binary, freePort, launch, ready } from "../product.mjs";
import { workbook } from "../workbook.mjs";

const PASSWORD = "山高水长 correct horse battery staple";

// What a personnel office has; the first rows are the names of the columns in its templates.
const TABLES = {
  单位: [
    ["代码", "名称", "类别", "上级代码", "系统", "起始日期"],
    ["BZ01", "督查办公室", "党委机构", "BZ", "综合", "2000-01-01"],
    ["BZ02", "政务服务局", "政府机构", "BZ", "综合", "2000-01-01"],
  ],
  岗位: [
    ["代码", "单位代码", "名称", "职级", "领导职务", "编制数"],
    ["BZ01-1", "BZ01", "督查员", "科员", "否", "3"],
    ["BZ02-1", "BZ02", "局长", "乡科级正职", "是", "1"],
  ],
  人员: [
    ["工号", "姓名", "类别", "单位代码", "岗位代码", "起始日期"],
    ["B001", "贺兰澄", "公务员", "BZ01", "BZ01-1", "2014-01-01"],
    ["B002", "慕容稼", "公务员", "BZ01", "BZ01-1", "2014-01-01"],
    ["B003", "轩辕穗", "公务员", "BZ02", "BZ02-1", "2014-01-01"],
  ],
  培训: [
    ["工号", "课程", "起", "止"],
    ["B001", "督查检查业务", "2015-01-01", "2055-12-31"],
    ["B002", "督查检查业务", "2015-01-01", "2055-12-31"],
  ],
};

test("the first hour of a county", async ({ browser }) => {
  test.setTimeout(180_000);
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), "qinzheng-first-hour-"));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  let stops = 0;

  const command = async (...words) =>
    (await promisify(execFile)(binary(), words, { cwd: folder })).stdout;
  const picture = async (page, name) => {
    stops += 1;
    if (process.env.QINZHENG_PICTURES) {
      const seconds = Math.round((Date.now() - began) / 1000);
      const file = `${String(stops).padStart(2, "0")}-${name}-${seconds}s.png`;
      await page.screenshot({ path: join(process.env.QINZHENG_PICTURES, file), fullPage: true });
    }
  };

  // Everybody has a browser of their own.
  const activate = async (name, code) => {
    const page = await (await browser.newContext({ baseURL: url, locale: "zh-CN" })).newPage();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "第一次使用" }).click();
    await page.getByLabel("账号名").fill(name);
    await page.getByLabel("启用码").fill(code);
    await page.getByLabel("设置口令").fill(PASSWORD);
    await page.getByLabel("再写一遍口令").fill(PASSWORD);
    await picture(page, `activate-${name}`);
    await page.getByRole("button", { name: "启用并登录" }).click();
    await page.waitForURL(/\/desk/);
    return page;
  };
  const invite = async (system, security, name, role) => {
    await system.goto("/desk/accounts");
    await system.getByRole("link", { name: "开设账号" }).click();
    await system.getByLabel("账号名").fill(name);
    await system.getByRole("button", { name: "开设" }).click();
    const code = await system.locator("dd code").innerText();
    await picture(system, `code-of-${name}`);
    await system.getByRole("link", { name }).click();
    const proposal = system.getByRole("region", { name: "提请授权" });
    await proposal.getByLabel("角色").selectOption({ label: role });
    await proposal.getByLabel("单位", { exact: true }).fill("BZ");
    await proposal.getByRole("button", { name: "提请" }).click();
    await security.goto("/desk/accounts");
    await security.getByRole("link", { name }).first().click();
    await picture(security, `confirm-${name}`);
    await security.getByRole("button", { name: "确认" }).click();
    return activate(name, code);
  };
  const bring = async (page, kind) => {
    await page.goto("/desk/import");
    await page.getByRole("group", { name: "导入什么" }).getByLabel(kind, { exact: true }).check();
    await page.locator("#f-file").setInputFiles({
      name: `${kind}.xlsx`,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: workbook(TABLES[kind]),
    });
    await page.getByRole("button", { name: "上传并试跑" }).click();
    const confirm = page.getByRole("button", { name: `确认导入${TABLES[kind].length - 1}行` });
    await expect(confirm).toBeVisible({ timeout: 20_000 });
    await picture(page, `rehearsed-${kind}`);
    await confirm.click();
    await expect(page.getByText(/^已导入\d+行/)).toBeVisible({ timeout: 20_000 });
  };

  let served;
  try {
    const said = await command(
      "init", "county", "--county-code", "BZ", "--county-name", "别州县",
      "--listen", address, "--public-url", url,
    );
    const code = (officer) => said.match(new RegExp(`^\\s*${officer}\\s+(\\S+)`, "m"))[1];
    served = launch(["serve", "--data", join(folder, "county")]);
    await ready(url, served.fault);
    const system = await activate("system", code("system"));
    const security = await activate("security", code("security"));
    await activate("audit", code("audit"));

    const hr = await invite(system, security, "hu.renshi", "人事干部");
    for (const kind of Object.keys(TABLES)) {
      await bring(hr, kind);
    }
    await picture(hr, "imported");

    const clerk = await invite(system, security, "du.zhuangan", "督查专干");
    await clerk.goto("/desk/visits/grid");
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const sheet = {
      number: `${yesterday.slice(0, 4)}-0001`,
      unit: "BZ02",
      visited_at: `${yesterday} 09:00`,
      team: "贺兰澄、慕容稼",
      observed: "09:00到窗口，3人在岗。",
      told: "窗口主任",
    };
    for (const [field, text] of Object.entries(sheet)) {
      await clerk.locator(`#f-${field}-1`).fill(text);
    }
    await clerk.locator("#f-manner-1").selectOption({ label: "明察" });
    await clerk.locator("#f-outcome-1").selectOption({ label: "无问题" });
    await picture(clerk, "sheet");
    await clerk.getByRole("button", { name: "归档填好的行" }).click();
    await clerk.getByRole("link", { name: sheet.number }).click();
    await expect(clerk.locator('a[href^="/verify?leaf="]')).toHaveCount(1);
    await picture(clerk, "filed");
    await clerk.goto("/statistics");
    await picture(clerk, "public");

    await command("backup", "county.qz", "--data", "county");
    await command("restore", "county.qz", "--data", "copy");
    const [ours, copy] = await Promise.all(
      ["county", "copy"].map((data) => command("ledger", "verify", "--data", data)),
    );
    const root = (text) => text.match(/size (\d+).*root (\S+)/s).slice(1);
    expect(root(copy)).toEqual(root(ours));
  } finally {
    await served?.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
