// Whatever arrives instead of the data, the page says what is wrong, shows what it can, and runs nothing.
import { expect, test } from "./fixtures.mjs";
import { address, only, query, settled, shown } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";
import { goals } from "./support/plan.mjs";

only(test, "desktop");

/** What the browser itself says when a file is refused or the server is away. */
const REFUSED = [/Failed to load resource/, /^request refused: (404|500|503) .*\/data\//, /^request failed: .*\/data\/.* net::ERR_CONNECTION_REFUSED/];

const it = test.extend({
  /** What is published, laid before the page. */
  publication: async ({ page, request, baseURL }, use) => {
    const publication = await Publication.read(request, baseURL);
    await publication.serve(page);
    await use(publication);
  },

  /** Goes through a table of cases in one page, each as published before and with nothing kept from the one before. */
  cases: async ({ page, publication }, use) => {
    await use(async (table, run) => {
      for (const [name, row] of Object.entries(table)) {
        await it.step(name, async () => {
          publication.restore();
          if (page.url() !== "about:blank") await page.evaluate(() => localStorage.clear());
          await run(name, ...row);
        });
      }
    });
  },
});

const alert = (page) => page.getByRole("alert");
const finding = (page, code) => page.locator(code ? `[data-finding="${code}"]` : "[data-finding]");
const newest = (publication) => publication.entry();
const OTHER = "2022-06";

// A first visit: nothing is kept that could be shown instead.
const MANIFEST = {
  "the manifest is missing": [(data) => data.refuse("index.json", 404), "Unavailable", /取不到文件.*404/],
  "the manifest's server fails": [(data) => data.refuse("index.json", 503), "Unavailable", /取不到文件.*503/],
  "the server is down": [(data) => data.vanish(), "Unavailable", /取不到文件/],
  "the manifest is empty": [(data) => data.swap("index.json", ""), "NotJson", /不完整或不是JSON/],
  "the manifest is a page of the server": [(data) => data.swap("index.json", "<!doctype html><title>404</title>"), "NotJson", /不是JSON/],
  "the manifest is truncated": [(data) => data.swap("index.json", JSON.stringify(data.manifest).slice(0, -200)), "NotJson", /不完整/],
  "the manifest is a list": [(data) => { data.manifest = [data.manifest]; }, "WrongType", /类型不对/],
  "the manifest has no district": [(data) => { delete data.manifest.district; }, "MissingField", /district/],
  "the manifest's version is newer": [(data) => { data.manifest.schema = 3; }, "UnknownVersion", /版本3无法识别/],
  "the manifest names no version": [(data) => { delete data.manifest.schema; }, "MissingField", /schema/],
  "the manifest lists no edition": [(data) => { data.manifest.snapshots = []; }, "Empty", /内容为空/],
  "every edition is declared huge": [(data) => { for (const entry of data.manifest.snapshots) entry.bytes = 9e15; }, "TooLarge", /文件过大/],
  "every edition lies elsewhere": [(data) => { for (const entry of data.manifest.snapshots) entry.file = `https://offence.invalid/${entry.file}`; }, "BadValue", /offence\.invalid/],
};
const EDITION = {
  "the edition is missing": [(data) => data.refuse(newest(data).file, 404), "Unavailable", /取不到文件.*404/],
  "the edition's server is down": [(data) => data.refuse(newest(data).file, "abort"), "Unavailable", /取不到文件/],
  "the edition is another file": [async (data) => data.swap(newest(data).file, await data.content(data.entry(OTHER))), "Integrity", /与清单不符/],
  "the edition was altered": [async (data) => data.swap(newest(data).file, (await data.text(newest(data))).replace("网络", "网路")), "Integrity", /SHA-256/],
  "the edition has another length": [(data) => { newest(data).bytes += 1; }, "Integrity", /与清单不符/],
  "the edition is not text": [(data) => data.replace(newest(data), Buffer.from([0xff, 0xfe, 0, 1]).toString("latin1")), "NotJson", /不是JSON/],
  "the edition is truncated": [async (data) => data.replace(newest(data), JSON.stringify(await data.content(newest(data))).slice(0, 5000)), "NotJson", /不完整/],
  "the edition's version is newer": [(data) => data.replace(newest(data), (edition) => { edition.schema = 99; }), "UnknownVersion", /版本99无法识别/],
  "the edition is of another month": [(data) => data.replace(newest(data), (edition) => { edition.id = OTHER; }), "Integrity", /与清单不符/],
  "the edition passes for official": [(data) => { newest(data).kind = "official"; }, "Integrity", /与清单不符/],
  "the edition has no goals": [(data) => data.replace(newest(data), (edition) => { edition.indicators = []; }), "Empty", /内容为空/],
  "the edition's goals are no list": [(data) => data.replace(newest(data), (edition) => { edition.indicators = "none"; }), "WrongType", /类型不对/],
};

it.describe("on a first visit it says what is wrong, and tries again when asked", () => {
  for (const [what, table] of Object.entries({ manifest: MANIFEST, edition: EDITION })) {
    it(`of the ${what}`, async ({ open, page, publication, problems, cases }) => {
      problems.allow(...REFUSED);
      await cases(table, async (name, tamper, code, words) => {
        await tamper(publication);
        await open("", { state: "error" });
        await expect.soft(alert(page), name).toContainText(words);
        await expect.soft(finding(page, code).first(), name).toBeVisible();

        publication.restore();
        await alert(page).getByRole("button", { name: "重试" }).click();
        await expect.soft(page.locator("html"), `${name}: after another try`).toHaveAttribute("data-biaogan", "ready");
        await expect.soft(alert(page), name).toHaveCount(0);
        await expect.soft(page.locator("article[data-indicator]"), name).toHaveCount(goals.length);
      });
    });
  }

  it("in English too", async ({ open, page, publication, problems }) => {
    problems.allow(...REFUSED);
    publication.refuse("index.json", 404);
    await open("?lang=en", { state: "error" });
    await expect(alert(page)).toContainText("could not be read");
    await expect(alert(page)).toContainText(/could not be fetched.*404/);
    await expect(alert(page).getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(alert(page)).not.toContainText(/\p{sc=Han}/u);
  });

  it("and while it waits, that it waits", async ({ open, page, publication }) => {
    let answer;
    await page.route("**/data/index.json", async (route) => { await new Promise((resolve) => { answer = resolve; }); await route.fallback(); });
    await open("", { state: "loading" });
    await expect(page.getByRole("status").filter({ hasText: "正在读取数据" })).toBeVisible();
    answer();
    await settled(page);
    await expect(page.getByRole("status").filter({ hasText: "正在读取数据" })).toHaveCount(0);
    expect(publication.newest).toBeTruthy();
  });
});

it.describe("a manifest is not trusted beyond its folder", () => {
  const FOREIGN = ["https://offence.invalid/data/index.json", "//offence.invalid/index.json", "http://localhost:1/index.json",
    "data:application/json,{}", "javascript:alert(1)", "blob:null/x", "file:///etc/passwd"];
  it("no other origin is asked", async ({ open, page }) => {
    for (const data of FOREIGN) {
      await open(query({ data }), { state: "error" });
      await expect.soft(finding(page, "Unavailable"), data).toBeVisible();
      await expect.soft(alert(page)).toContainText(data);
    }
  });

  it("another manifest of the same origin is read, with the files beside it", async ({ open, page, publication, request, baseURL }) => {
    const other = structuredClone(publication.manifest);
    other.district.title.zh = "另一份数据";
    other.snapshots = [publication.entry(OTHER)];
    await page.route("**/other/**", async (route) => {
      const path = new URL(route.request().url()).pathname.split("/other/")[1];
      if (path === "index.json") return route.fulfill({ json: other });
      await route.fulfill({ body: await (await request.get(new URL(`data/${path}`, baseURL).href)).body(), contentType: "application/json" });
    });
    await open("?data=other/index.json");
    await expect(page.locator("body")).toContainText("另一份数据");
    await expect(page.locator("main")).toContainText("2022年6月30日");
    await page.locator("[data-indicator] a").first().click();
    expect(address(page).data, "links stay with these data").toBe("other/index.json");
  });

  it("a file outside the folder is left out and named", async ({ open, page, publication }) => {
    publication.entry().file = "../../etc/passwd";
    await open();
    await expect(finding(page, "BadValue")).toContainText("../../etc/passwd");
    await expect(page.locator("main")).toContainText("2022年11月30日");
  });

  it("a huge newest edition gives way to the one before, and is named", async ({ open, page, publication }) => {
    publication.entry().bytes = 4e9;
    await open();
    await expect(finding(page, "TooLarge")).toContainText("2022-12");
    await expect(page.locator("main")).toContainText("2022年11月30日");
  });
});

// One bad record among good ones: what is left out, and how many goals remain.
const first = (edition) => edition.indicators[0];
const RECORDS = {
  "a goal with a wrong type": [(edition) => { first(edition).goal.target = "eighty"; }, "WrongType", "ind-benchmark-district", 17],
  "a goal without a target": [(edition) => { delete first(edition).goal.target; }, "MissingField", "ind-benchmark-district", 17],
  "a goal of an unknown kind": [(edition) => { first(edition).goal.kind = "magic"; }, "BadValue", "ind-benchmark-district", 17],
  "a goal of an unknown domain": [(edition) => { first(edition).domain = "nowhere"; }, "UnknownReference", "nowhere", 17],
  "a goal that stands twice": [(edition) => { edition.indicators.push(structuredClone(first(edition))); }, "DuplicateId", "ind-benchmark-district", 18],
  "a record that is none": [(edition) => { edition.indicators.push(null, 7, "x", []); }, "WrongType", "/indicators/18", 18],
  "figures of a wrong type": [(edition) => { edition.indicators[1].series.values[3] = { value: "many" }; }, null, "ind-online-retail-sales", 17],
  "a month that does not exist": [(edition) => { edition.indicators[1].series.from = "2020-13"; }, null, "ind-online-retail-sales", 17],
  "a task of an unknown parent": [(edition) => { edition.tasks[40].parent = "t-unheard-of"; }, "UnknownReference", "t-unheard-of", 18],
  "a site at no place on earth": [(edition) => { edition.sites.find((site) => site.at).at = [27.9, 120.6]; }, null, "site-", 18],
  "a lead that no department is": [(edition) => { edition.indicators[2].lead = "d-unheard-of"; }, "UnknownReference", "d-unheard-of", 18],
};

it.describe("one bad record costs only itself, and is counted and named", () => {
  it("of each sort", async ({ open, page, publication, cases }) => {
    await cases(RECORDS, async (name, tamper, code, named, left) => {
      await publication.replace(publication.entry(), tamper);
      await open();
      await expect.soft(page.locator("article[data-indicator]"), name).toHaveCount(left);
      await expect.soft(page.locator("h1"), name).toContainText(`${left}项目标`);
      await expect.soft(finding(page, code).filter({ hasText: named }).first(), name).toBeAttached();
      await expect.soft(page.locator("summary").filter({ hasText: "数据中有问题" }), name).toContainText(/\d/);
    });
  });

  it("many at once are counted, not all listed", async ({ open, page, publication }) => {
    await publication.replace(publication.entry(), (edition) => { for (const task of edition.tasks) task.domain = "nowhere"; });
    await open();
    const { length } = (await publication.content(publication.entry(OTHER))).tasks;
    await expect(page.locator("summary").filter({ hasText: "数据中有问题" })).toContainText(String(length));
    expect(await finding(page).count()).toBeLessThan(50);
    await expect(page.locator("article[data-indicator]")).toHaveCount(goals.length);
  });
});

it.describe("boundaries that cannot be used leave the figures as they are", () => {
  const square = (ring) => ({ type: "FeatureCollection", features: [{ type: "Feature", properties: { code: "330304001" }, geometry: { type: "Polygon", coordinates: [ring] } }] });
  const GEO = {
    "missing": [(data, layer) => data.refuse(layer.file, 404), /取不到文件.*404/],
    "server away": [(data, layer) => data.refuse(layer.file, "abort"), /取不到文件/],
    "altered": [async (data, layer) => data.swap(layer.file, (await data.text(layer)).replace("120.", "121.")), /与清单不符/],
    "truncated": [async (data, layer) => data.replace(layer, (await data.text(layer)).slice(0, 900)), /不完整/],
    "no features": [(data, layer) => data.replace(layer, { type: "Topology", objects: {} }), /类型不对.*FeatureCollection/],
    "latitude before longitude": [(data, layer) => data.replace(layer, square([[27.9, 120.6], [28, 120.6], [28, 120.7]])), /图形已修正.*经度, 纬度/],
    "a line for an area": [(data, layer) => data.replace(layer, square([[120.6, 27.9], [120.7, 27.9], [120.6, 27.9]])), /图形无法绘制/],
    "one of them spoilt": [(data, layer) => data.replace(layer, (file) => { file.features[0].geometry.coordinates = []; }), /./],
    "declared huge": [(_, layer) => { layer.bytes = 9e15; }, /文件过大/],
    "without review number": [(_, layer) => { layer.schematic = false; }, /缺少字段.*review_number/],
  };
  it("and are named", async ({ open, page, publication, problems, cases }) => {
    problems.allow(...REFUSED);
    await cases(GEO, async (name, tamper, words) => {
      await tamper(publication, publication.layer("townships"));
      for (const view of ["overview", "map"]) {
        await open(query({ view }));
        const where = `${view}, townships ${name}`;
        await expect.soft(finding(page).filter({ hasText: words }).first(), where).toBeAttached({ timeout: 2000 });
        await expect.soft(page.locator("h1"), where).toBeVisible();
        if (view === "overview") await expect.soft(page.locator("article[data-indicator]"), where).toHaveCount(goals.length);
      }
    });
  });
});

it("text from data is text: nothing of it runs, and no address in it is a script", async ({ open, page, publication }) => {
  const tag = "<img src=x onerror=alert(1)>";
  const SPITE = [tag, "=cmd|' /C calc'!A0", "</script><script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}", "\u202Eevil", "<svg/onload=alert(1)>"];
  page.on("dialog", (dialog) => { throw new Error(`something ran: ${dialog.message()}`); });
  await publication.replace(publication.entry(), (edition) => {
    let turn = 0;
    const spoil = (value) => {
      if (Array.isArray(value)) return value.map(spoil);
      if (!value || typeof value !== "object") return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
        key === "zh" || key === "en" ? [key, `${SPITE[turn++ % SPITE.length]} ${inner}`]
        : key === "url" ? [key, "javascript:alert(document.domain)"]
        : [key, spoil(inner)]));
    };
    return spoil(edition);
  });
  publication.manifest.district.title = { zh: tag, en: tag };
  publication.manifest.district.publisher = { zh: tag, en: tag };
  publication.layer("townships").attribution = { zh: tag, en: tag };

  for (const at of ["", "?view=indicators", "?view=indicator&id=ind-dragon-boat-base", "?view=map", `?view=indicator&id=${encodeURIComponent(tag)}`, `?view=indicators&q=${encodeURIComponent(tag)}`]) {
    await open(at);
    await expect.soft(page.locator("img, svg[onload], body script"), at).toHaveCount(0);
    await expect.soft(page.locator("body"), at).toContainText(tag);
    const scripts = await page.locator("a").evaluateAll((links) => links.map((link) => link.href).filter((href) => !/^https?:/.test(href)));
    expect.soft(scripts, `${at}: links that are no web addresses`).toEqual([]);
  }
  await open();
  await expect(page).toHaveTitle(new RegExp("<img src=x onerror=alert"));
});

/** The goals shown, each of which has to say that it is not the latest; without that word. */
const older = async (page) => (await shown(page)).map((goal) => {
  expect.soft(goal.text, goal.id).toContain("数据不是最新");
  return { ...goal, text: goal.text.replace("数据不是最新 ", "") };
});

it.describe("what was read once stays on the screen", () => {
  it("when the edition that is chosen next cannot be read", async ({ open, page, publication, problems }) => {
    problems.allow(...REFUSED);
    await open();
    const before = await shown(page);
    publication.refuse(publication.entry(OTHER).file, 404);
    await page.getByRole("combobox", { name: "期次", exact: true }).selectOption(OTHER);
    await settled(page, "stale");
    expect(address(page)).toEqual({ snapshot: OTHER });
    await expect(alert(page)).toContainText("2022年12月31日");
    await expect(alert(page)).toContainText(publication.entry(OTHER).file);
    await expect(finding(page, "Unavailable")).toContainText("404");
    expect(await older(page)).toEqual(before);

    publication.restore();
    await alert(page).getByRole("button", { name: "重试" }).click();
    await settled(page);
    await expect(page.locator("main")).toContainText("2022年6月30日");
    await expect(alert(page)).toHaveCount(0);
  });

  // What is wrong on the second visit, and what the page says of it.
  const AWAY = {
    "the server is away": [(data) => data.vanish(), "Unavailable"],
    "only the edition is away": [(data) => data.refuse(newest(data).file, 503), "Unavailable"],
    "the manifest is broken": [(data) => data.swap("index.json", "{"), "NotJson"],
    "the edition was altered": [(data) => { newest(data).sha256 = "0".repeat(64); }, "Integrity"],
  };
  it("on the next visit, whatever is away then", async ({ open, page, publication, problems, cases }) => {
    problems.allow(...REFUSED);
    await cases(AWAY, async (name, tamper, code) => {
      await open();
      const before = await shown(page);
      await tamper(publication);
      for (const at of ["?view=indicators", "?view=indicator&id=ind-brands", ""]) {
        await open(at, { state: "stale" });
        await expect.soft(alert(page), name).toContainText("2022年12月31日");
        await expect.soft(finding(page, code), name).toBeVisible();
        await expect.soft(page.locator("main [data-indicator]").first(), name).toBeVisible();
      }
      expect.soft(await older(page), name).toEqual(before);

      publication.restore();
      await alert(page).getByRole("button", { name: "重试" }).click();
      await expect.soft(page.locator("html"), `${name}: after another try`).toHaveAttribute("data-biaogan", "ready");
      await expect.soft(alert(page), name).toHaveCount(0);
    });
  });

  it("but not when what was kept is spoilt, or the browser keeps nothing", async ({ open, page, publication, problems }) => {
    problems.allow(...REFUSED);
    await open();
    await page.evaluate(() => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, "{spoilt"); });
    publication.vanish();
    await open("", { state: "error" });
    await expect(alert(page)).toContainText("取不到文件");

    publication.restore();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
      Storage.prototype.getItem = () => { throw new DOMException("denied", "SecurityError"); };
    });
    await open();
    await expect(page.locator("article[data-indicator]")).toHaveCount(goals.length);
  });

  it("and a publication that went back is noticed", async ({ open, page, publication }) => {
    publication.manifest.sequence = 9;
    await open();
    publication.manifest.sequence = 4;
    await open("?view=indicators");
    await expect(finding(page, "RolledBack")).toContainText(/9.*4/);
    await expect(page.locator("tr[data-indicator]")).toHaveCount(goals.length);
  });
});
