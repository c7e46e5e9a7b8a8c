// Every link of every page, followed: each leads to a page that stands.
import { expect, test } from "./fixtures.mjs";
import { only, query, settled } from "./support/pages.mjs";
import { VIEWS } from "./support/views.mjs";

only(test, "desktop");

/** The addresses of the application's own links on the page; looks and language do not make another page. */
const links = (page) => page.evaluate(() => [...document.querySelectorAll("a[href]")]
  .map((link) => new URL(link.href)).filter((url) => url.origin === location.origin && url.pathname === location.pathname)
  .map(({ searchParams }) => { for (const name of ["lang", "theme", "type"]) searchParams.delete(name); return searchParams.toString(); }));

/** Whether a link of the map only adds one choice to another; these go together in any number. */
const combines = (from, to) => [from, to].every((address) => /view=map/.test(address)) && /town|id|domain|layer/.test(from);

for (const lang of ["zh-CN", "en"]) {
  test(`every link leads somewhere, in ${lang}`, async ({ open, page }) => {
    test.setTimeout(420_000);
    const seen = new Set(), waiting = Object.values(VIEWS).filter((view) => !/unheard/.test(view.id)).map((view) => new URLSearchParams(view).toString());
    const broken = [];
    await open(query({ lang }));
    while (waiting.length > 0) {
      const address = waiting.pop();
      if (seen.has(address)) continue;
      seen.add(address);
      // The way the program itself goes: another address in the bar, without loading everything anew.
      await page.evaluate((to) => { history.pushState(null, "", to); dispatchEvent(new PopStateEvent("popstate")); }, `?${address}&lang=${lang}`);
      await settled(page);
      const found = await page.evaluate(() => ({
        heading: document.querySelector("main h1")?.textContent.trim() ?? "",
        lost: document.querySelector("[data-not-found]") !== null,
        words: document.querySelector("main").innerText.trim().length,
      }));
      if (!found.heading || found.lost || found.words < 60) broken.push(`?${address}: ${JSON.stringify(found)}`);
      waiting.push(...(await links(page)).filter((link) => !seen.has(link) && !combines(address, link)));
    }
    console.log(`${seen.size} addresses, ${lang}`);
    expect(seen.size).toBeGreaterThan(80);
    expect(broken).toEqual([]);
  });
}

test("links to elsewhere say where, and are safe", async ({ open, page }) => {
  for (const view of Object.values(VIEWS)) {
    await open(query(view));
    const wrong = await page.evaluate(() => [...document.querySelectorAll("a[href^=http]")]
      .filter((link) => new URL(link.href).origin !== location.origin)
      .filter((link) => !/^https?:$/.test(link.protocol) || !link.relList.contains("noopener") || !link.textContent.trim())
      .map((link) => link.outerHTML));
    expect.soft(wrong, JSON.stringify(view)).toEqual([]);
  }
});
