// Every page on a desktop and on a phone, in the machine's own Chromium.
import { defineConfig } from "@playwright/test";

// Without these, Chromium asks other hosts for updates, and waits where there are none.
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./product.mjs",
  globalTimeout: 20 * 60_000,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["./counts.mjs"]],
  use: {
    actionTimeout: 15_000,
    baseURL: process.env.QINZHENG_URL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.QINZHENG_CHROMIUM ?? "/usr/bin/chromium",
      // Chromium refuses its sandbox as root; the pages are our own.
      chromiumSandbox: false,
      args: quiet,
    },
  },
  projects: [
    {
      name: "desktop",
      // What is gone once taken note of can be told once: on a phone.
      testIgnore: "taking_note.spec.mjs",
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      // The first hour and personnel's are an office's, at a desk; a draw and a queue of re-checks are worked through once.
      testIgnore: [
        "first_hour.spec.mjs",
        "drawing.spec.mjs",
        "rechecking.spec.mjs",
        "attendance_office.spec.mjs",
        "first_screens.spec.mjs",
      ],
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 3,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
