// The country that does not exist, published: what shows that nothing is hard-wired, and what many wards cost.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");

/**
 * Publishes it with so many wards. The same number always gives the same files.
 * @param {number} wards
 * @returns {string} the folder with its manifest
 */
export function publishCountry(wards) {
  const folder = mkdtempSync(path.join(tmpdir(), "biaogan-country-"));
  const [tables, data] = ["tables", "data"].map((name) => path.join(folder, name));
  const run = (...what) => execFileSync("cargo", ["run", "--quiet", ...what], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  run("--example", "country", "--", `${wards}`, tables);
  run("--bin", "biaogan", "--", "build", tables, "--out", data);
  return data;
}

/**
 * Lays published files before a page in the place of those that the server has.
 * @param {import("@playwright/test").Page} page
 * @param {string} folder as `publishCountry` gives it
 * @param {string} baseURL where the page is served
 */
export function serveCountry(page, folder, baseURL) {
  const base = new URL("data/", baseURL).href;
  return page.route((url) => url.href.startsWith(base), async (route) => {
    const file = new URL(route.request().url()).href.slice(base.length).replace(/\?.*/, "");
    const body = await readFile(path.join(folder, file)).catch(() => null);
    await route.fulfill(body ? { body, contentType: "application/json" } : { status: 404 });
  });
}
