// How the browser tests and the measurements start Chromium: the machine's own, with the arguments of webdriver.json,
// which the driver of the wasm tests reads by itself.
import { readFileSync } from "node:fs";

const { args } = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"))["goog:chromeOptions"];

/** Playwright's launch options. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: args.filter((arg) => arg !== "--headless"),
};
