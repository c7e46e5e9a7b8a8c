// What several tests read from the pages.
import { expect } from "../fixtures.mjs";

/** The names of the language in the address. */
export const TAGS = { zh: "zh-CN", en: "en" };

/** The colour's word beside every light. */
export const COLOURS = {
  zh: { green: "绿", yellow: "黄", red: "红", none: "灰" },
  en: { green: "Green", yellow: "Yellow", red: "Red", none: "Grey" },
};

/** What every link of a language, an edition and so on is made of: `query({view: "map", lang: "en"})`. */
export const query = (/** @type {Record<string, string>} */ pairs) => `?${new URLSearchParams(pairs)}`;

/** The address bar's parameters. */
export const address = (page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Waits until the page has settled in a state. */
export const settled = (page, state = "ready") =>
  expect(page.locator("html")).toHaveAttribute("data-biaogan", state);

/** Waits until a table that is drawn whole has all its rows: those out of sight come some frames later. */
export const whole = (page) => expect(page.locator("tr.gap")).toHaveCount(0);

/**
 * The way the program itself goes: another address in the bar, without loading everything anew; quicker than `open`.
 * @param {string} query what `query()` gives
 */
export async function go(page, query, state = "ready") {
  await page.evaluate(async (query) => {
    history.pushState(null, "", query);
    dispatchEvent(new PopStateEvent("popstate"));
    const comes = () => document.querySelector("tr.gap");
    for (let frame = 0; frame < 2 || (frame < 60 && comes()); frame++) await new Promise(requestAnimationFrame);
  }, query);
  await settled(page, state);
}

/** The numbers in a text, thousands commas and the true minus read. */
export const numbers = (text) =>
  [...text.replaceAll("−", "-").replace(/(\d),(?=\d{3})/g, "$1").matchAll(/-?\d+(\.\d+)?/g)].map(([found]) => Number(found));

/** How many of each light the goals of a page have. */
export function tally(/** @type {string[]} */ lights) {
  const counts = { green: 0, yellow: 0, red: 0, none: 0 };
  for (const light of lights) counts[light]++;
  return counts;
}

/** The goals that a page shows as cards or rows: id, light and text. */
export const shown = (page, selector = "main [data-indicator]") => page.locator(selector).evaluateAll((found) =>
  found.map((one) => ({ id: one.dataset.indicator, light: one.dataset.light, text: one.innerText.replace(/\s+/g, " ") })));

/** Only in one of the two browsers of the configuration: what does not depend on the screen is tried once. */
export const only = (test, /** @type {"desktop" | "phone"} */ project) =>
  test.skip(({ isMobile }) => Boolean(isMobile) !== (project === "phone"), `in ${project} only`);

/** The query strings of the links that lead to other states of this page. */
export function internalLinks(page) {
  return page.locator("a[href]").evaluateAll((links) => links
    .map((link) => new URL(link.href))
    .filter((url) => url.origin + url.pathname === location.origin + location.pathname && !url.hash)
    .map((url) => url.search));
}
