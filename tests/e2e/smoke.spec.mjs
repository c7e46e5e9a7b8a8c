// The page starts, silently and under its security policy, wherever it is served.
import { expect, places, test } from "./fixtures.mjs";

for (const place of ["root", "sub"]) {
  test.describe(`served from ${place}`, () => {
    test.use({ place });

    test("starts and takes the loading page away", async ({ open, page }) => {
      await open();
      await expect(page).toHaveTitle(/标杆/);
      await expect(page.locator("#boot")).toHaveCount(0);
      await expect(page.locator("h1").first()).toBeVisible();
    });

    test("says so when the program is missing", async ({ open, page, problems }) => {
      problems.allow(/\.wasm/, /^uncaught/);
      await page.route(/\/biaogan-web[^?]*\.wasm$/, (route) => route.fulfill({ status: 404, body: "" }));
      await open("", { state: "error" });
      await expect(page.getByRole("alert")).toContainText("页面程序未能载入");
    });

    test("says so when a page's part is missing, and has it once it is there", async ({ open, page, problems }) => {
      problems.allow(/parts\/split_map[^?]*\.wasm/, /WebAssembly/, /Failed to load resource/);
      await page.route(/\/parts\/split_map[^?]*\.wasm$/, (route) => route.fulfill({ status: 404, body: "" }));
      await open("?view=map", { state: "error" });
      await expect(page.getByRole("alert")).toContainText("本页没有载入");
      await page.getByRole("link", { name: "总览", exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("data-biaogan", "ready");
      await page.unroute(/\/parts\/split_map[^?]*\.wasm$/);
      await page.getByRole("link", { name: "地图", exact: true }).click();
      await expect(page.locator("html")).toHaveAttribute("data-biaogan", "ready");
      await expect(page.locator("[data-map]").first()).toBeVisible();
    });

    test("finds ECharts by the page's own word for it", async ({ open, page }) => {
      await open();
      const exported = await page.evaluate(async () => {
        const meta = document.querySelector('meta[name="biaogan-echarts"]');
        return Object.keys(await import(new URL(meta.content, document.baseURI).href)).sort();
      });
      expect(exported).toEqual(["getInstanceByDom", "init", "registerMap"]);
    });
  });
}

test("without scripts a sentence says what is missing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.locator("noscript")).toContainText("需要 JavaScript", { useInnerText: true });
  await context.close();
});

test("the server sends what a browser relies on", async ({ request }) => {
  const { portal, ...ours } = places();
  for (const base of Object.values(ours)) {
    const page = await request.get(base);
    const html = await page.text();
    const meta = html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
    expect(page.headers()["content-security-policy"]).toBe(meta);
    expect(page.headers()["x-content-type-options"]).toBe("nosniff");
    expect(page.headers()["cache-control"]).toBe("no-cache");

    const again = await request.get(base, { headers: { "If-None-Match": page.headers().etag } });
    expect(again.status()).toBe(304);

    const wasm = html.match(/wasm=([^"&]+_bg\.wasm)/)?.[1];
    const program = await request.get(base + wasm, { headers: { "Accept-Encoding": "br" } });
    expect(program.headers()["content-type"]).toBe("application/wasm");
    expect(program.headers()["content-encoding"]).toBe("br");
    expect(program.headers()["cache-control"]).toContain("immutable");

    expect((await request.get(`${base}no-such-file.json`)).status()).toBe(404);
    expect((await request.get(`${base}%2e%2e/Cargo.toml`)).status()).toBe(404);
  }
});

// The watch that every test stands under is itself seen to bark: each of these must fail.
const offences = {
  "a warning": () => console.warn("offence"),
  "an uncaught error": () => { setTimeout(() => { throw new Error("offence"); }); },
  "a style the policy forbids": () => document.body.setAttribute("style", "color: red"),
  "a file that is missing": () => fetch("data/offence.json"),
  "another host": () => fetch("http://offence.invalid/").catch(() => {}),
};
for (const [name, offence] of Object.entries(offences)) {
  test(`a test fails by ${name}`, async ({ open, page, problems }) => {
    await open();
    await page.evaluate(offence);
    await expect.poll(() => problems.unexpected.length).toBeGreaterThan(0);
    problems.allow(/offence|style-src|color: red|inline/);
  });
}
