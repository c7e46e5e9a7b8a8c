// Every link of every page, followed: each leads to a page that stands, and what it points at is on it.
//
// In one language and edition every page is opened. Addresses that differ in a filter's value alone are one page; the
// value itself has to be a record of the edition. What `item=` points at is looked for on its page, as it is filtered.
// In the other language and in other editions a page of every kind is opened.
import { expect, test } from "./fixtures.mjs";
import { go, internalLinks, only, query } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";
import { VIEWS } from "./support/views.mjs";

only(test, "desktop");

const MONTH = "2022-06";
/** Looks and language do not make another page. */
const LOOKS = ["lang", "theme", "type", "figure", "keys", "embed", "hide"];
/** Choices of which any value shows the same page. */
const FILTERS = ["domain", "dept", "project", "light", "due", "town", "layer", "sort", "group", "q", "compare", "snapshot", "expand"];

/** A link taken apart: the page that has to be opened for it, and what has to be true of its values. */
function read(link) {
  const address = new URLSearchParams(link);
  for (const name of LOOKS) address.delete(name);
  const item = address.get("item");
  address.delete("item");
  const filters = Object.fromEntries(FILTERS.filter((name) => address.has(name)).map((name) => [name, address.get(name)]));
  const view = address.get("view") ?? "overview";
  // The map has no page for each of its sites.
  const site = view === "map" ? address.get("id") : null;
  const key = new URLSearchParams(address);
  for (const name of Object.keys(filters)) key.set(name, "*");
  if (site) key.set("id", "*");
  key.delete("snapshot");
  key.sort();
  const kind = new URLSearchParams(key);
  if (kind.has("id")) kind.set("id", "*");
  // What a filter hides is not there to be pointed at: here its value counts.
  const place = new URLSearchParams(address);
  for (const name of ["snapshot", "compare", "expand"]) place.delete(name);
  place.sort();
  return { address, key: key.toString(), kind: kind.toString(), place: place.toString(), item, filters, site };
}

/** The records that a link's values may name. */
function known(publication, edition) {
  const ids = (list, field = "id") => new Set(edition[list].map((one) => one[field]));
  const months = new Set(publication.manifest.snapshots.map(({ id }) => id));
  const records = {
    domain: ids("domains"), dept: ids("departments"), project: ids("projects"), town: ids("townships", "code"),
    layer: ids("indicators"), compare: months, snapshot: months,
  };
  const sites = ids("sites");
  return ({ filters, site }) => [
    ...Object.entries(filters).filter(([name, value]) => records[name] && !records[name].has(value)).map(([name, value]) => `${name}=${value}`),
    ...(site && !sites.has(site) ? [`id=${site}`] : []),
  ];
}

/** An address in the look given. */
const looking = (address, look) => query({ ...Object.fromEntries(new URLSearchParams(address)), ...look });

/** Whether a page stands, and which of the marks pointed at it does not have. */
const seen = (page, items) => page.evaluate((items) => ({
  heading: document.querySelector("main h1")?.textContent.trim() ?? "",
  lost: document.querySelector("[data-not-found]") !== null,
  words: document.querySelector("main").innerText.trim().length,
  missing: items.filter((id) => !document.getElementById(`item-${id}`)),
}), items);

const stands = ({ heading, lost, words }) => heading && !lost && words >= 60;

/** Opens a page of every address given; returns what is wrong with them. */
async function open(page, addresses, look) {
  const broken = [];
  for (const address of addresses) {
    await go(page, looking(address, look));
    const found = await seen(page, []);
    if (!stands(found)) broken.push(`?${address}: ${JSON.stringify(found)}`);
  }
  return broken;
}

test("every link leads somewhere", async ({ open: start, page, request, baseURL }) => {
  test.setTimeout(400_000);
  const publication = await Publication.read(request, baseURL);
  const strange = known(publication, await publication.content(publication.entry(MONTH)));
  const waiting = Object.values(VIEWS).filter((view) => !/unheard/.test(view.id)).map((view) => read(new URLSearchParams(view)));
  const opened = new Map(), kinds = new Map(), pointed = new Map(), checked = new Set();
  const broken = [];
  await start(query({ lang: "zh-CN", snapshot: MONTH }));
  while (waiting.length > 0) {
    const link = waiting.pop();
    if (link.item) pointed.set(link.place, (pointed.get(link.place) ?? new Set()).add(link.item));
    if (opened.has(link.key)) continue;
    opened.set(link.key, link.address.toString());
    if (!kinds.has(link.kind)) kinds.set(link.kind, link.address.toString());
    await go(page, looking(link.address, { lang: "zh-CN", snapshot: MONTH }));
    const found = await seen(page, []);
    if (!stands(found)) broken.push(`?${link.address}: ${JSON.stringify(found)}`);
    for (const to of await internalLinks(page)) {
      if (checked.has(to)) continue;
      checked.add(to);
      const next = read(to);
      broken.push(...strange(next).map((value) => `?${link.address} leads to ${value}`));
      waiting.push(next);
    }
  }
  for (const [place, items] of pointed) {
    await go(page, looking(place, { lang: "zh-CN", snapshot: MONTH, expand: "all" }));
    const { missing } = await seen(page, [...items]);
    broken.push(...missing.map((id) => `?${place} has no ${id}`));
  }
  const samples = [...kinds.values()];
  broken.push(...await open(page, samples, { lang: "en", snapshot: MONTH }));
  broken.push(...await open(page, samples, { lang: "en", snapshot: "2021-03" }));
  broken.push(...await open(page, samples, { lang: "zh-CN", snapshot: "2022-12", compare: MONTH }));
  console.log(`${checked.size} links, ${opened.size} pages, ${samples.length} kinds, ${[...pointed.values()].reduce((sum, items) => sum + items.size, 0)} marks`);
  expect(opened.size).toBeGreaterThan(170);
  expect(broken).toEqual([]);
});

test("links to elsewhere say where, and are safe", async ({ open: start, page }) => {
  await start();
  for (const view of Object.values(VIEWS)) {
    await go(page, query(view));
    const wrong = await page.evaluate(() => [...document.querySelectorAll("a[href^=http]")]
      .filter((link) => new URL(link.href).origin !== location.origin)
      .filter((link) => !/^https?:$/.test(link.protocol) || !link.relList.contains("noopener") || !link.textContent.trim())
      .map((link) => link.outerHTML));
    expect.soft(wrong, JSON.stringify(view)).toEqual([]);
  }
});
