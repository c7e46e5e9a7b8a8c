// Takes the pictures of docs/screens/ from the built page: each view at the widths, themes and languages it must stand in.
//   node tools/screens.mjs [--only overview] [--out docs/screens]        after `make build`
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values: args } = parseArgs({
  options: { only: { type: "string", default: "" }, out: { type: "string", default: path.join(root, "docs/screens") } },
});

const VIEWS = {
  overview: "?snapshot=2022-06",
  domains: "?view=domain&snapshot=2022-06",
  domain: "?view=domain&id=commerce&snapshot=2022-06",
  indicators: "?view=indicators&snapshot=2022-06",
  cards: "?view=indicators&as=cards&group=domain&snapshot=2022-06&compare=2022-03",
  small: "?view=indicators&as=small&group=light&snapshot=2022-06",
  indicator: "?view=indicator&id=ind-online-retail-sales&snapshot=2022-06",
  tasks: "?view=tasks&snapshot=2022-06",
  map: "?view=map&snapshot=2022-06",
  about: "?view=about&snapshot=2022-06",
  styleguide: "?view=styleguide&snapshot=2022-06",
};
/** Width, height, theme, language, and whether the whole page is wanted. */
const LOOKS = [
  [1440, 900, "light", "zh-CN", true],
  [1440, 900, "dark", "en", false],
  [1920, 1080, "contrast", "en", false],
  [1920, 1080, "light", "zh-CN", false],
  [390, 844, "light", "zh-CN", false],
  [390, 844, "contrast", "zh-CN", false],
  [390, 844, "dark", "en", false],
];

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
  for (const [width, height, theme, lang, fullPage] of LOOKS) {
    const page = await browser.newPage({ viewport: { width, height }, locale: lang, reducedMotion: "reduce" });
    await page.goto(`${server.url}${query}&theme=${theme}&lang=${lang}`);
    await page.waitForSelector('html[data-biaogan="ready"]');
    // A chart is drawn a moment after the page is ready.
    if (await page.locator("[data-chart]").count()) await page.waitForSelector("[data-chart] canvas");
    await page.waitForTimeout(500);
    const file = `${view}-${width}-${theme}-${lang}.webp`;
    writeFileSync(path.join(args.out, file), await packed(packer, await page.screenshot({ fullPage })));
    process.stderr.write(`${file}\n`);
    await page.close();
  }
}
await browser.close();
await server.close();
