// Browser tests against the release build in dist/, in the Chromium of the machine; none is ever downloaded.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../../tools/chromium.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-results",
  globalSetup: "./servers.mjs",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Room for a machine that is busy with something else; nothing is measured here.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Tests tamper with the network of pages, which does not reach what a service worker asks for.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions,
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
});
