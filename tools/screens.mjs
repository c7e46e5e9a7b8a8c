// Takes the pictures of docs/screens/ from the built page: each view at the widths, themes and languages it must stand in.
//   node tools/screens.mjs [--only overview] [--out docs/screens]        after `make build`
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { makeDistrict } from "./bench-map-data.mjs";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values: args } = parseArgs({
  options: { only: { type: "string", default: "" }, out: { type: "string", default: path.join(root, "docs/screens") } },
});

/** What everybody looks at, in every look. */
const PUBLIC = {
  overview: "?snapshot=2022-06",
  domains: "?view=domain&snapshot=2022-06",
  domain: "?view=domain&id=commerce&snapshot=2022-06",
  indicators: "?view=indicators&snapshot=2022-06",
  cards: "?view=indicators&as=cards&group=domain&snapshot=2022-06&compare=2022-03",
  small: "?view=indicators&as=small&group=light&snapshot=2022-06",
  indicator: "?view=indicator&id=ind-online-retail-sales&snapshot=2022-06",
  map: "?view=map&snapshot=2022-06",
  about: "?view=about&snapshot=2022-06",
  styleguide: "?view=styleguide&snapshot=2022-06",
};
/** The map in its other forms. */
const MAP = {
  "map-circles": "?view=map&as=symbols&snapshot=2022-06&month=2021-06",
  "map-small": "?view=map&as=small&snapshot=2022-06",
  "map-chosen": "?view=map&snapshot=2022-06&town=330304005&outline=light",
  "map-compared": "?view=map&snapshot=2022-06&town=330304005,330304002,330304004&layer=ind-online-retail-sales",
};
/** What those work with who carry the plan out, in the looks that differ most. */
const WORKING = {
  tasks: "?view=tasks&snapshot=2022-06",
  timeline: "?view=tasks&as=timeline&snapshot=2022-06",
  board: "?view=tasks&as=board&snapshot=2022-06",
  responsibility: "?view=responsibility&snapshot=2022-06&dept=d-commerce",
  flow: "?view=responsibility&as=flow&snapshot=2022-06",
  progress: "?view=progress&snapshot=2022-06",
  departments: "?view=departments&snapshot=2022-06",
  department: "?view=departments&id=d-commerce&snapshot=2022-06",
  projects: "?view=projects&snapshot=2022-06",
  project: "?view=projects&id=sys-smart-business-circle&snapshot=2022-06",
  organisation: "?view=organisation&snapshot=2022-06",
  changes: "?view=changes&snapshot=2022-06",
  agenda: "?view=changes&as=agenda&snapshot=2022-06",
  brief: "?view=brief&snapshot=2022-06",
  notices: "?view=notices&snapshot=2022-06",
  share: "?view=share&snapshot=2022-06&pages=overview:60,map,changes&design=6656x1792&day=7-19",
};
/** What hangs on a wall; its colours are its own. */
const DOMAINS = ["commerce", "health", "government", "foundation"].map((id) => `domain.${id}`);
const WALL = Object.fromEntries(["overview", ...DOMAINS, "map", "projects", "departments", "changes"]
  .map((page) => [`wall-${page}`, `?kiosk=1&rotate=0&pages=${page}&snapshot=2022-06`]));
/** Width, height, theme, language, and whether the whole page is wanted. */
const MAIN_LOOKS = [
  [1440, 900, "light", "zh-CN", true],
  [1440, 900, "dark", "en", false],
  [390, 844, "light", "zh-CN", false],
];
const LOOKS = [
  ...MAIN_LOOKS,
  [1920, 1080, "contrast", "en", false],
  [1920, 1080, "light", "zh-CN", false],
  [390, 844, "contrast", "zh-CN", false],
  [390, 844, "dark", "en", false],
];
const WALL_LOOKS = [
  [1920, 1080, "auto", "zh-CN", false],
  [1366, 768, "auto", "en", false],
  [3840, 2160, "auto", "zh-CN", false],
  [2560, 1080, "auto", "zh-CN", false],
  [6656, 1792, "auto", "zh-CN", false],
  [1080, 1920, "auto", "zh-CN", false],
];
const VIEWS = { ...PUBLIC, ...MAP, ...WORKING, ...WALL };
const looks = (view) => (view in WALL ? WALL_LOOKS : view in PUBLIC ? LOOKS : MAIN_LOOKS);

/** A PNG picture as WebP, which is a third as large. */
async function packed(page, png) {
  const url = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
  }, png.toString("base64"));
  return Buffer.from(url.split(",")[1], "base64");
}

const server = await serve({ dir: path.join(root, "dist") });
const browser = await chromium.launch(launchOptions);
mkdirSync(args.out, { recursive: true });
// Pictures are packed in a page without a policy of its own.
const packer = await browser.newPage();
for (const [view, query] of Object.entries(VIEWS).filter(([view]) => view.includes(args.only))) {
  for (const [width, height, theme, lang, fullPage] of looks(view)) {
    const page = await browser.newPage({ viewport: { width, height }, locale: lang, reducedMotion: "reduce" });
    await page.goto(`${server.url}${query}&theme=${theme}&lang=${lang}`);
    await page.waitForSelector('html[data-biaogan="ready"]');
    // A chart is drawn a moment after the page is ready.
    if (await page.locator(".frame[data-chart]").count()) await page.waitForSelector(".frame[data-chart] canvas");
    await page.waitForTimeout(500);
    const file = `${view}-${width}-${theme}-${lang}.webp`;
    writeFileSync(path.join(args.out, file), await packed(packer, await page.screenshot({ fullPage })));
    process.stderr.write(`${file}\n`);
    await page.close();
  }
}
if ("brief-a4".includes(args.only)) await printed();
if ("map-export".includes(args.only)) await exported();
if ("map-clusters".includes(args.only)) await clustered();
await browser.close();
await server.close();

/** The map as the picture that a reader takes away. */
async function exported() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await page.goto(`${server.url}${VIEWS.map}&lang=zh-CN`);
  await page.waitForSelector(".map-frame [data-drawn=true] canvas");
  const [download] = await Promise.all([
    page.waitForEvent("download"), page.getByRole("button", { name: "导出 PNG", exact: true }).click(),
  ]);
  writeFileSync(path.join(args.out, "map-export.webp"), await packed(packer, readFileSync(await download.path())));
  process.stderr.write("map-export.webp\n");
  await page.close();
}

/** The map with ten thousand sites that do not exist. */
async function clustered() {
  const dir = mkdtempSync(path.join(tmpdir(), "biaogan-"));
  const dist = path.join(root, "dist");
  makeDistrict(dist, dist, dir, { sites: 10_000 });
  const { url, close } = await serve({ dir });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await page.goto(`${url}?view=map&lang=zh-CN`);
  await page.waitForSelector('.map-frame[data-marks="10000"] [data-drawn=true] canvas');
  await page.waitForTimeout(500);
  writeFileSync(path.join(args.out, "map-clusters.webp"), await packed(packer, await page.screenshot()));
  process.stderr.write("map-clusters.webp\n");
  await page.close();
  await close();
}

/** The brief as it is printed, page by page: A4 at 110 dots to the inch, the first page in greys, too. */
async function printed() {
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.goto(`${server.url}${VIEWS.brief}&lang=zh-CN`);
  await page.waitForSelector('html[data-biaogan="ready"]');
  await page.waitForTimeout(500);
  const folder = mkdtempSync(path.join(tmpdir(), "biaogan-"));
  const pdf = path.join(folder, "brief.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  await page.close();
  try {
    execFileSync("pdftoppm", ["-r", "110", "-png", pdf, path.join(folder, "page")]);
    execFileSync("pdftoppm", ["-r", "110", "-png", "-gray", "-l", "1", pdf, path.join(folder, "grey")]);
  } catch {
    process.stderr.write("brief-a4: no pictures, for there is no pdftoppm (poppler-utils)\n");
    return;
  }
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".png"))) {
    const file = `brief-a4-${name.replace(/^page-/, "").replace(/^(grey)-.*(?=\.)/, "$1").replace(".png", ".webp")}`;
    writeFileSync(path.join(args.out, file), await packed(packer, readFileSync(path.join(folder, name))));
    process.stderr.write(`${file}\n`);
  }
}
