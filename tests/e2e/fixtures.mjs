// What every browser test imports instead of Playwright's own `test`.
//
//   import { test, expect } from "./fixtures.mjs";
//   test("…", async ({ page, open, problems }) => {
//     await open("?view=tasks");                      // waits until <html data-biaogan="ready">
//     await open("?data=gone.json", { state: "error" });
//     await open("?view=tasks", { timeout: 20_000 }); // there is much to be read
//     problems.allow(/404/);                          // this test expects that one
//   });
//
// A test fails by itself when the page logs anything, throws, breaks its security policy, asks another
// host for anything, or has a request of its own refused.
import { test as base, expect } from "@playwright/test";

export { expect };

/** Where the page is served, at the root of a host and in a sub-folder; and a portal that embeds the former. */
export const places = () => ({ root: process.env.BIAOGAN_ROOT, sub: process.env.BIAOGAN_SUB, portal: process.env.BIAOGAN_PORTAL });

/** What went wrong in a page without the test asking. */
class Problems {
  #found = [];
  #allowed = [];

  /** @param {...RegExp} patterns problems this test expects */
  allow(...patterns) { this.#allowed.push(...patterns); }

  /** @param {string} problem */
  add(problem) { this.#found.push(problem); }

  /** Every problem that no pattern allows. */
  get unexpected() {
    return this.#found.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)));
  }
}

export const test = base.extend({
  /** The place a test's addresses are relative to: `test.use({ place: "sub" })`. */
  place: ["root", { option: true }],

  baseURL: async ({ place }, use) => use(places()[place]),

  problems: [async ({ context, baseURL }, use) => {
    const problems = new Problems();
    // Playwright's own words for `serviceWorkers: "block"`.
    problems.allow(/Service Worker registration blocked by Playwright/);
    const { origin } = new URL(baseURL);
    const own = (url) => [...Object.values(places()), baseURL].some((place) => url.startsWith(new URL(place).origin));

    await context.exposeBinding("__violation", (_, text) => problems.add(`policy: ${text}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        window.__violation(`${event.effectiveDirective} blocked ${event.blockedURI || event.sample}`));
    });
    context.on("console", (message) => {
      problems.add(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => problems.add(`uncaught: ${error.error()?.stack ?? error.error()}`));
    context.on("request", (request) => {
      const url = request.url();
      if (url.startsWith("http") && !own(url)) problems.add(`foreign request: ${url} (the page is ${origin})`);
    });
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText;
      // A page that is left, or a reader that lost interest, aborts its requests.
      if (why !== "net::ERR_ABORTED") problems.add(`request failed: ${request.url()} ${why}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) problems.add(`request refused: ${response.status()} ${response.url()}`);
    });

    await use(problems);
    expect(problems.unexpected, "the page is silent").toEqual([]);
  }, { auto: true }],

  /** Opens an address of the application and waits for its state. */
  open: async ({ page, baseURL }, use) => {
    await use(async (/** @type {string} */ query = "", { state = "ready", timeout } = {}) => {
      await page.goto(new URL(query, baseURL).href);
      await expect(page.locator("html")).toHaveAttribute("data-biaogan", state, { timeout });
      return page;
    });
  },
});
