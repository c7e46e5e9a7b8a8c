// The brief: what a clerk prints, and what the command line writes.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./fixtures.mjs";
import { goalIds } from "./support/plan.mjs";
import { address, only, query, settled } from "./support/pages.mjs";

only(test, "desktop");
const BRIEF = { view: "brief", snapshot: "2022-06" };
const root = path.resolve(import.meta.dirname, "../..");
const words = (page) => page.locator("article.brief").evaluate((brief) => brief.innerText.replace(/\s+/g, " ").trim());

/** Widths in which A4 is laid out, in CSS pixels without its margins. */
const A4 = { width: Math.round((210 - 28) / 25.4 * 96), height: Math.round((297 - 26) / 25.4 * 96) };

test("every goal, the reds' arithmetic, the agenda and the tables are in it, and names lead on", async ({ open, page }) => {
  await open(query(BRIEF));
  const brief = page.locator("article.brief");
  await expect(brief.locator("h1")).toHaveText("18项目标，10项按期，3项亮红灯");
  const linked = await brief.locator(".brief-goals a").evaluateAll((links) =>
    links.map((link) => new URL(link.href).searchParams.get("id")).sort());
  expect(linked).toEqual(goalIds);
  await expect(brief.locator(".brief-reds li")).toHaveCount(3);
  await expect(brief.locator("figure.brief-chart")).toHaveCount(3);
  for (const table of await brief.locator("figure.brief-chart table").all()) await expect(table.locator("tbody tr")).toHaveCount(7);
  await expect(brief.locator(".brief-agenda li").first()).toBeVisible();
  await expect(brief.locator("[data-map] .area")).toHaveCount(13);
  await expect(brief).toContainText("示意图 · 非法定界线");
  await brief.locator(".brief-goals a").first().click();
  await settled(page);
  expect(address(page)).toMatchObject({ view: "indicator", snapshot: "2022-06" });
  await page.goBack();
  await settled(page);
  await expect(page.locator("article.brief h1")).toBeVisible();
});

for (const lang of ["zh-CN", "en"]) {
  test(`on paper only the brief is left, nothing is cut off, and the pages are few, in ${lang}`, async ({ open, page }) => {
    await page.setViewportSize(A4);
    await open(query({ ...BRIEF, lang, theme: "dark" }));
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".masthead, nav.tabs, .colophon, .brief-tools").filter({ visible: true })).toHaveCount(0);
    const found = await page.evaluate(() => {
      const brief = document.querySelector("article.brief"), right = brief.getBoundingClientRect().right;
      const cells = [...brief.querySelectorAll("td, th, p, li, h1, h2, h3, figcaption")];
      const small = [...brief.querySelectorAll("*")].filter((element) => element.childNodes.length > 0
        && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
        && !element.closest("svg, .unseen") && parseFloat(getComputedStyle(element).fontSize) < 8 / 72 * 96 - 0.01);
      return {
        wide: cells.filter((cell) => cell.getBoundingClientRect().right > right + 1 || cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0)
          .map((cell) => cell.textContent.trim().slice(0, 30)),
        small: small.map((element) => `${element.className} ${getComputedStyle(element).fontSize}`),
        paper: getComputedStyle(brief).color,
        heads: [...brief.querySelectorAll(".brief-ledger thead")].map((head) => getComputedStyle(head).display),
      };
    });
    expect(found.wide).toEqual([]);
    expect(found.small, "nothing is below 8 points").toEqual([]);
    expect(found.paper, "ink on paper, whatever the colours on the screen").toBe("rgb(0, 0, 0)");
    expect(found.heads.every((display) => display === "table-header-group")).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
    expect(pages).toBeGreaterThanOrEqual(5);
    expect(pages).toBeLessThanOrEqual(9);
    // A4 upright.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  });
}

test("the command line writes the very same brief", async ({ browser, open, page }) => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), "biaogan-")), "brief.html");
  const program = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "debug/biaogan");
  execFileSync(program, ["brief", "--data", path.join(root, "public/data"), "--snapshot", "2022-06", "--out", out], { stdio: "ignore" });
  await open(query({ ...BRIEF, lang: "zh-CN" }));
  await expect(page.locator("article.brief [data-map] .area")).toHaveCount(13);
  const here = await words(page);
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const file = await context.newPage();
  const asked = [];
  file.on("request", (request) => asked.push(request.url()));
  await file.goto(pathToFileURL(out).href);
  expect(await words(file)).toBe(here);
  expect(asked, "it needs nothing else").toEqual([pathToFileURL(out).href]);
  await context.close();
});
