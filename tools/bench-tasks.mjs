// Measures the task table with ten thousand tasks more than the plan has: how soon the first row is there, how soon what
// is asked of it is on the screen, and how evenly it scrolls.
import { request } from "@playwright/test";
import { MANY, addTasks } from "../tests/e2e/support/many.mjs";
import { Publication } from "../tests/e2e/support/publication.mjs";

const EDITION = "2022-06";
const VIEW = `?view=tasks&snapshot=${EDITION}&lang=zh-CN&expand=all`;
const READY = "html[data-biaogan=ready] tr[data-task]";

/** What is done in a page of one face, each answered with milliseconds from the input to the frame that shows it. */
const DEEDS = [
  ["one unit's tasks", (page) => choose(page, "单位", 4)],
  ["every unit's again", (page) => choose(page, "单位", 0)],
  ["the red ones", (page) => choose(page, "灯", "red")],
  ["every light again", (page) => choose(page, "灯", 0)],
  ["a word looked for, per letter", (page) => type(page, "第9999项")],
  ["the word removed", (page) => type(page, "")],
];

/** Runs in the page: does `deed`, and tells how long it took until the frame that shows what came of it. */
function timed({ selector, values, event }) {
  const field = [...document.querySelectorAll(selector.css)].find((it) => !selector.label || it.labels?.[0]?.textContent.trim().startsWith(selector.label));
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(null);
  }));
  return (async () => {
    const spans = [];
    for (const value of values) {
      const before = performance.now();
      field.value = typeof value === "number" ? field.options[value].value : value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
      spans.push(await shown() - before);
      // What an observer brings in the next frames belongs to it, where it comes late enough to be seen.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return Math.max(...spans);
  })();
}

const choose = (page, label, value) =>
  page.evaluate(timed, { selector: { css: ".filters select", label }, values: [value], event: "change" });
const type = (page, word) =>
  page.evaluate(timed, {
    selector: { css: "main input[type=search]" }, event: "input",
    values: word ? [...word].map((_, at) => word.slice(0, at + 1)) : [""],
  });

/** Runs in the page: scrolls down for a while, some hundred pixels a frame, and tells the frames' lengths. */
function scroll(pixels) {
  return new Promise((resolve) => {
    const frames = [];
    let before = null;
    const step = (now) => {
      if (before !== null) frames.push(now - before);
      before = now;
      scrollBy(0, pixels);
      if (frames.length < 240) requestAnimationFrame(step);
      else resolve(frames.sort((a, b) => a - b));
    };
    requestAnimationFrame(step);
  });
}

async function visit(browser, publication, url, query) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await publication.serve(page);
  const found = {};
  await page.goto(url + query, { waitUntil: "commit" });
  await page.locator(READY).first().waitFor();
  found["first row, from the first byte"] = await page.evaluate(() => performance.getEntriesByName("biaogan:ready")[0].startTime);
  await page.waitForTimeout(1000);
  for (const [name, deed] of DEEDS) found[name] = await deed(page);
  for (const [name, pixels] of [["scrolling", 120], ["scrolling fast", 900]]) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(500);
    const frames = await page.evaluate(scroll, pixels);
    found[`${name}: longest frame`] = frames.at(-1);
    found[`${name}: frame that 99 of 100 keep`] = frames[Math.floor(frames.length * 0.99)];
  }
  await context.close();
  return found;
}

/**
 * @param {import("@playwright/test").Browser} browser @param {string} url where the built page is served
 * @param {number} runs @returns {Promise<string>} a table in Markdown
 */
export async function benchTasks(browser, url, runs) {
  const api = await request.newContext();
  const publication = await Publication.read(api, url);
  await publication.replace(publication.entry(EDITION), (edition) => addTasks(edition));
  const faces = { "table": VIEW, "timeline": `${VIEW}&as=timeline` };
  const columns = Object.fromEntries(Object.keys(faces).map((face) => [face, []]));
  for (let run = 0; run < runs; run++) {
    for (const [face, query] of Object.entries(faces)) {
      columns[face].push(await visit(browser, publication, url, query));
      process.stderr.write(".");
    }
  }
  await api.dispose();
  const names = Object.keys(columns.table[0]);
  const cell = (visits, name) => {
    const all = visits.map((visit) => visit[name]).sort((a, b) => a - b);
    return `${all[Math.floor(all.length / 2)].toFixed(0)} (${all[0].toFixed(0)}–${all.at(-1).toFixed(0)})`;
  };
  return [
    `| ${MANY.toLocaleString("en")} tasks more, ms, median of ${runs} | ${Object.keys(faces).join(" | ")} |`,
    `| --- |${" ---: |".repeat(Object.keys(faces).length)}`,
    ...names.map((name) => `| ${name} | ${Object.values(columns).map((visits) => cell(visits, name)).join(" | ")} |`),
  ].join("\n");
}
