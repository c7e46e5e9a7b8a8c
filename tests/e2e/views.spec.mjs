// What stands on the pages: every goal of the plan, its light and its reasons, and that all places agree.
import { expect, test } from "./fixtures.mjs";
import { COLOURS, TAGS, address, go, numbers, only, query, settled, shown, tally } from "./support/pages.mjs";
import { Publication } from "./support/publication.mjs";
import { goalIds, goals, table, target } from "./support/plan.mjs";

const LIGHTS = ["green", "yellow", "red", "none"];
const OFFICIAL = "2021-03";

test.describe("on every screen", () => {
  for (const lang of ["zh", "en"]) {
    for (const [view, where] of [["overview", "article[data-indicator]"], ["indicators", "tr[data-indicator]"]]) {
      test(`${view} in ${lang}: every goal with target, figure, unit and light`, async ({ open, page }) => {
        await open(query({ view, lang: TAGS[lang] }));
        const found = await shown(page, where);
        expect(found.map(({ id }) => id).sort()).toEqual(goalIds);
        for (const goal of goals) {
          const { light, text } = found.find(({ id }) => id === goal.id);
          expect.soft(LIGHTS, goal.id).toContain(light);
          expect.soft(text, goal.id).toContain(goal[`short_${lang}`] || goal[`name_${lang}`]);
          expect.soft(text, goal.id).toContain(COLOURS[lang][light]);
          expect.soft(text, goal.id).toContain(target(goal, lang));
          if (goal.kind !== "milestone") expect.soft(text, goal.id).toMatch(new RegExp(`\\d ?${goal[`unit_${lang}`]}`));
        }
      });
    }
  }
});

test.describe("the overview adds up", () => {
  only(test, "desktop");

  const WORDS = {
    zh: { green: /(\d+)项按期/, red: /(\d+)项亮红灯|(没有)红灯/, other: /(\d+)项(?:滞后|未到期|无数据)/g, total: /^(\d+)项目标/ },
    en: { green: /(\d+) on time/, red: /(\d+) red|(none) red/, other: /(\d+) (?:late, made up|not due|no data)/g, total: /^(\d+) goals/ },
  };
  for (const [lang, words] of Object.entries(WORDS)) {
    test(`sentence, domain table and cards agree, in ${lang}, in quiet and in bad months`, async ({ open, page }) => {
      for (const snapshot of ["2020-03", "2021-06", "2022-06", "2022-12"]) {
        await open(query({ snapshot, lang: TAGS[lang] }));
        const cards = await shown(page, "article[data-indicator]");
        const lights = tally(cards.map(({ light }) => light));
        const count = (match) => Number(match?.[1] ?? 0);
        const headline = await page.locator("h1").innerText();
        const lead = await page.locator(".lead").innerText();
        const others = [...lead.matchAll(words.other)].reduce((sum, match) => sum + count(match), 0);
        expect.soft({
          total: count(headline.match(words.total)), green: count(headline.match(words.green)),
          red: count(headline.match(words.red)), others,
        }, `${snapshot}: ${headline} ${lead}`).toEqual({
          total: goals.length, green: lights.green, red: lights.red, others: lights.yellow + lights.none,
        });

        const cell = (text) => (text === "·" ? 0 : Number(text));
        const read = async (rows) => rows.evaluateAll((rows) => rows.map((row) => ({
          domain: new URL(row.querySelector("a")?.href ?? "about:blank").searchParams.get("domain"),
          marks: row.querySelectorAll(".marks svg").length,
          counts: [...row.querySelectorAll(".count")].map((cell) => cell.textContent.trim()),
        })));
        const order = ["red", "yellow", "green", "none"];
        const domains = await read(page.locator(".light-table tbody tr"));
        for (const { domain, marks, counts } of domains) {
          const own = goals.filter((goal) => goal.domain === domain).map(({ id }) => id);
          const tallied = tally(cards.filter(({ id }) => own.includes(id)).map(({ light }) => light));
          expect.soft(counts.map(cell), `${snapshot} ${domain}`).toEqual(order.map((light) => tallied[light]));
          expect.soft(marks, `${snapshot} ${domain}`).toBe(own.length);
        }
        expect(domains.map(({ domain }) => domain)).toEqual(table("domains").map(({ id }) => id));
        const [sum] = await read(page.locator(".light-table tfoot tr"));
        expect(sum.counts.map(cell), snapshot).toEqual(order.map((light) => lights[light]));
      }
    });
  }
});

test.describe("official or for demonstration", () => {
  only(test, "desktop");
  const goal = "ind-online-retail-sales";

  test("a demonstration is marked on every page, card and row, and the mark cannot be hidden", async ({ open, page }) => {
    for (const view of ["overview", "indicators", "indicator", "map"]) {
      for (const more of [{}, { embed: "1", hide: "title,filters,source" }]) {
        await open(query({ view, id: goal, snapshot: "2022-06", ...more }));
        const where = `${view} ${JSON.stringify(more)}`;
        await expect.soft(page.locator("[data-demo]").filter({ visible: true }).first(), where).toHaveText(/演示数据/);
        for (const { id, text } of await shown(page)) expect.soft(text, `${where} ${id}`).toContain("演示");
      }
    }
  });

  test("an official edition shows no mark, and no figure without a source", async ({ open, page, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    const { indicators } = await publication.content(publication.entry(OFFICIAL));
    const sourced = new Set(indicators.filter((one) =>
      one.events?.some((event) => event.source) || one.series.values.some((value) => value?.source)).map(({ id }) => id));

    for (const view of ["overview", "indicators"]) {
      await open(query({ view, snapshot: OFFICIAL }));
      await expect(page.locator("[data-demo]")).toHaveCount(0);
      await expect(page.locator("main, footer").filter({ hasText: "演示" })).toHaveCount(0);
      const found = await shown(page);
      expect(found).toHaveLength(goals.length);
      for (const { id, light, text } of found) {
        expect.soft(text, id).toContain(sourced.has(id) ? "有出处" : "计划");
        if (!sourced.has(id)) {
          expect.soft(light, id).toBe("none");
          expect.soft(text, id).toContain("—");
        }
      }
    }
    for (const { id } of goals) {
      await go(page, query({ view: "indicator", id, snapshot: OFFICIAL }));
      await expect.soft(page.locator("main, footer").filter({ hasText: "演示" }), id).toHaveCount(0);
      const figures = await page.locator(".figures tbody tr td:nth-of-type(1)").allInnerTexts();
      expect(figures.length, id).toBeGreaterThan(0);
      if (!sourced.has(id)) expect.soft(figures.filter((figure) => /\d/.test(figure)), id).toEqual([]);
      await expect.soft(page.locator(".sources li").first(), id).toBeVisible();
    }
  });

  test("the picker tells official and demonstration editions apart and opens either", async ({ open, page, request, baseURL }) => {
    const { manifest, newest } = await Publication.read(request, baseURL);
    await open("?view=indicators");
    const picker = page.getByRole("combobox", { name: "期次", exact: true });
    const groups = await picker.locator("optgroup").evaluateAll((groups) =>
      groups.map((group) => [group.label, [...group.children].map((option) => option.value)]));
    const of = (kind) => manifest.snapshots.filter((entry) => entry.kind === kind).map(({ id }) => id).sort().reverse();
    expect(groups).toEqual([["正式数据", of("official")], ["演示数据", of("demo")]]);
    await expect(picker).toHaveValue(newest);

    await picker.selectOption(OFFICIAL);
    await expect(page.locator("[data-demo]")).toHaveCount(0);
    expect(address(page)).toEqual({ view: "indicators", snapshot: OFFICIAL });
    await expect(picker).toHaveValue(OFFICIAL);

    await picker.selectOption(newest);
    await expect(page.locator("[data-demo]").first()).toBeVisible();
    expect(address(page), "the newest is what no parameter asks for").toEqual({ view: "indicators" });
  });
});

test.describe("a goal", () => {
  only(test, "desktop");

  test("every card opens its goal's page, and every row leads there too", async ({ open, page }) => {
    const at = { snapshot: "2022-06" };
    await open(query(at));
    const cards = await shown(page);
    for (const { id, light } of cards) {
      await page.locator(`main [data-indicator="${id}"] a`).click();
      const goal = page.locator(`article.goal[data-indicator="${id}"]`);
      await expect(goal).toHaveAttribute("data-light", light);
      await expect(goal.locator("h1")).toContainText(goals.find((goal) => goal.id === id).short_zh);
      expect(address(page)).toEqual({ view: "indicator", id, ...at });
      await page.goBack();
      await expect(page.locator("main [data-indicator]")).toHaveCount(goals.length);
    }
    await open(query({ view: "indicators", ...at }));
    for (const { id, light } of cards) {
      const row = page.locator(`tr[data-indicator="${id}"]`);
      await expect.soft(row).toHaveAttribute("data-light", light);
      await expect.soft(row.locator("a").first()).toHaveAttribute("href", query({ view: "indicator", id, ...at }));
    }
    await page.locator("tr[data-indicator] a").last().click();
    await expect(page.locator("article.goal")).toBeVisible();
  });

  test("previous and next walk through the whole plan", async ({ open, page }) => {
    const order = goals.map(({ id }) => id);
    await open(query({ view: "indicator", id: order[0] }));
    const [back, on] = [page.locator("main").getByRole("link", { name: "上一项" }), page.locator("main").getByRole("link", { name: "下一项" })];
    await expect(back).toHaveCount(0);
    for (const id of order.slice(1)) {
      await on.click();
      await expect(page.locator(`article.goal[data-indicator="${id}"]`)).toBeVisible();
      await expect(back).toBeVisible();
    }
    await expect(on).toHaveCount(0);
    await back.click();
    await expect(page.locator(`article.goal[data-indicator="${order.at(-2)}"]`)).toBeVisible();
  });

  // Goals on a straight line from their baseline, of each unit and light.
  const MONTH = "2022-06";
  const LINES = ["ind-online-retail-sales", "ind-online-retail-share", "ind-smart-settlement-rate", "ind-digital-scenarios", "ind-5g-base-stations"];
  test("the arithmetic of the light is right, and says the same as facts and table", async ({ open, page, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    const edition = await publication.content(publication.entry(MONTH));
    const months = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    for (const id of LINES) {
      const { goal, baseline, series, unit } = edition.indicators.find((one) => one.id === id);
      const from = baseline ? { at: months(baseline.month), value: baseline.value } : { at: months(edition.start) - 1, value: 0 };
      const plan = from.value + ((goal.target - from.value) * (months(MONTH) - from.at)) / (months(goal.due) - from.at);
      const last = series.values[months(MONTH) - months(series.from)];
      const actual = last.value ?? last;
      const decimals = Math.max(1, unit.decimals);

      await open(query({ view: "indicator", id, snapshot: MONTH }));
      const why = await page.locator(".why dl > div").evaluateAll((rows) =>
        rows.map((row) => [row.querySelector("dt").firstChild.textContent, row.querySelector("dd").textContent]));
      const value = (label) => numbers(why.find(([name]) => name.startsWith(label))?.[1] ?? "")[0];
      expect.soft(value("目标"), id).toBe(goal.target);
      expect.soft(value("序时"), id).toBeCloseTo(plan, decimals - 0.3);
      expect.soft(value("实际"), id).toBe(actual);
      const difference = value("实际 − 序时") ?? numbers(why.at(-1)[1])[0];
      expect.soft(difference, id).toBeCloseTo(actual - plan, decimals - 0.3);
      const light = difference >= 0 ? "green" : "red";
      await expect.soft(page.locator("article.goal"), id).toHaveAttribute("data-light", light);
      await expect.soft(page.locator(".why h2"), id).toContainText(COLOURS.zh[light]);

      const facts = Object.fromEntries((await page.locator(".facts > div").allInnerTexts()).map((fact) => fact.split("\n")).map(([label, ...rest]) => [label, rest.join("")]));
      expect.soft(numbers(facts["实际（6月）"])[0], id).toBe(actual);
      expect.soft(numbers(facts["序时"])[0], id).toBe(value("序时"));
      const [first] = await tableOf(page.locator(".figures table").first());
      expect.soft([numbers(first[1])[0], numbers(first[2])[0], numbers(first[3])[0]], id).toEqual([actual, value("序时"), difference]);
    }
  });

  test("strip and table hold every month, and agree on its light", async ({ open, page, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    const edition = await publication.content(publication.entry(MONTH));
    for (const id of ["ind-online-retail-sales", "ind-brands", "ind-green-finance-platform"]) {
      await open(query({ view: "indicator", id, snapshot: MONTH }));
      const strip = page.locator(".strip li");
      await expect(strip, id).toHaveCount(36);
      const more = page.getByRole("button", { name: /显示全部月份/ });
      if (await more.isVisible()) await more.click();
      const rows = await tableOf(page.locator(".figures table").first());
      expect(rows, id).toHaveLength(30);
      const words = await strip.evaluateAll((months) => months.map((month) => month.querySelector("[aria-label]").getAttribute("aria-label")));
      const { values } = edition.indicators.find((one) => one.id === id).series;
      for (const [index, row] of rows.toReversed().entries()) {
        const [month, figure, , , light] = row;
        expect.soft(words[index], id).toContain(month);
        const word = light.match(/按期|滞后|未达|无数据|未到期/)?.[0];
        if (word) expect.soft(words[index], `${id} ${month}`).toContain(word);
        const value = values[index]?.value ?? values[index];
        if (typeof value === "number" && /\d/.test(figure)) expect.soft(numbers(figure)[0], `${id} ${month}`).toBe(value);
        else if (typeof value !== "number") expect.soft(figure, `${id} ${month}: a reason, no figure`).toMatch(/^—.*\p{sc=Han}/u);
      }
    }
  });

  test("names the tasks, departments and sites that belong to it", async ({ open, page }) => {
    const tasks = table("tasks");
    const departments = Object.fromEntries(table("departments").map((one) => [one.id, one.name_zh]));
    const sites = table("sites");
    for (const id of ["ind-dragon-boat-base", "ind-regional-platforms", "ind-5g-base-stations"]) {
      await open(query({ view: "indicator", id }));
      const lists = await page.locator(".relations section").evaluateAll((sections) =>
        Object.fromEntries(sections.map((section) => [section.querySelector("h3").textContent.trim(), section.innerText])));
      const linked = tasks.filter((task) => task.indicators.split(";").includes(id));
      expect(linked.length, id).toBeGreaterThan(0);
      for (const task of linked) expect.soft(lists["任务"], id).toContain(task.name_zh);
      const goal = goals.find((goal) => goal.id === id);
      expect.soft(lists["部门"], id).toContain(departments[goal.lead]);
      for (const site of sites.filter((site) => goal.project && site.project === goal.project)) {
        expect.soft(lists["地点"], id).toContain(site.name_zh);
      }
    }
  });
});

test.describe("charts", () => {
  only(test, "desktop");

  // A line, steps, and a milestone, whose picture has no figures.
  for (const [id, figures] of [["ind-online-retail-sales", 30], ["ind-provincial-ecommerce-base", 30], ["ind-dragon-boat-base", 0]]) {
    test(`the trend of ${id} has a caption, and its table holds what it draws`, async ({ open, page }) => {
      await open(query({ view: "indicator", id, snapshot: "2022-06" }));
      const figure = page.locator("figure[data-chart]");
      await expect(figure).toHaveCount(1);
      await expect(figure.locator("figcaption")).toHaveText(/\p{sc=Han}{4}/u);
      await expect(figure.locator("canvas")).toBeVisible();
      await expect(figure.getByRole("img").first(), "the picture has words for those who do not see it").toHaveAttribute("aria-label", /\p{sc=Han}{4}/u);

      const more = page.getByRole("button", { name: /显示全部月份/ });
      if (await more.isVisible()) await more.click();
      const listed = (await tableOf(figure.locator("table"))).toReversed();
      expect(listed).toHaveLength(30);
      await expect.poll(() => chart(figure, (chart) => chart.getOption().series.length)).toBeGreaterThan(0);
      const series = await chart(figure, (chart) => chart.getOption().series.map(({ name, data }) => ({ name, data })));
      const drawn = (name) => series.find((one) => one.name === name)?.data.slice(0, 31).map((datum) => datum?.value ?? datum) ?? [];
      const isFigure = (value) => typeof value === "number";
      const actual = drawn("actual").filter(isFigure);
      expect(actual.length > 0, "a milestone draws no curve").toBe(figures > 0);
      expect(actual.slice(-figures || actual.length)).toEqual(figures ? listed.flatMap(([, figure]) => numbers(figure).slice(0, 1)) : []);
      const due = new Set(drawn("pace").filter(isFigure).map((value) => value.toFixed(1)));
      for (const [month, , plan] of figures ? listed : []) {
        if (/\d/.test(plan)) expect.soft([...due], `${month}: what was due is drawn`).toContain(numbers(plan)[0].toFixed(1));
      }
    });
  }

  test("follow the theme", async ({ open, page }) => {
    const inks = {};
    for (const theme of ["light", "dark", "contrast"]) {
      await open(query({ view: "indicator", id: "ind-online-retail-sales", theme }));
      const figure = page.locator("figure[data-chart]");
      await expect.poll(() => chart(figure, (chart) => chart.getOption().series.length)).toBeGreaterThan(0);
      inks[theme] = await chart(figure, (chart) => chart.getOption().series.find((one) => one.name === "actual").lineStyle.color);
      const ink = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--ink").trim());
      expect(inks[theme]).toBe(ink);
    }
    expect(new Set(Object.values(inks)).size).toBe(3);
  });
});

test.describe("where things are", () => {
  only(test, "desktop");
  const MONTH = "2022-06";
  const towns = table("townships");
  const sites = table("sites");
  const map = (page) => page.locator("main [data-map]");
  const drawn = (page) => expect.poll(() => chart(map(page), (chart) => chart.getOption().geo?.length ?? 0)).toBeGreaterThan(0);

  for (const [view, official] of [["overview", false], ["map", false], ["map", true]]) {
    test(`the map of the ${view}${official ? ", official," : ""} says whose boundaries it draws, and that they are schematic`, async ({ open, page, request, baseURL }) => {
      const { manifest } = await Publication.read(request, baseURL);
      await open(query({ view, snapshot: official ? "2021-03" : MONTH }));
      await expect(map(page)).toBeVisible();
      await expect(map(page)).toContainText("示意图 · 非法定界线");
      await expect(map(page)).toContainText(`审图号 ${manifest.layers.find((layer) => layer.role === "district").review_number}`);
      await expect(map(page).locator("[data-demo]")).toHaveCount(official ? 0 : 1);
      await open(query({ view, snapshot: official ? "2021-03" : MONTH, embed: "1", hide: "title,filters,source" }));
      await expect(map(page), "nobody hides that").toContainText(/示意图.*审图号/s);
    });
  }

  test("the small map has every township with its figure, and leads to the large one", async ({ open, page, request, baseURL }) => {
    await open(query({ snapshot: MONTH }));
    const titles = (await map(page).locator("svg[role=img] title").allTextContents()).join("\n");
    const words = await map(page).locator("svg text").allTextContents();
    await map(page).locator("summary").click();
    const rows = await tableOf(map(page).locator("table"));
    expect(rows).toHaveLength(towns.length);
    for (const town of towns) {
      const [, figure] = rows.find(([name]) => name.includes(town.short_zh)) ?? [];
      expect.soft(figure, town.name_zh).toMatch(/\d|\p{sc=Han}/u);
      expect.soft(titles, town.name_zh).toContain(`${town.short_zh} ${figure}`);
      expect.soft(words, `${town.name_zh} is named on the map`).toContain(town.short_zh);
    }
    const publication = await Publication.read(request, baseURL);
    const { indicators } = await publication.content(publication.entry(MONTH));
    await map(page).getByRole("link").click();
    await expect.poll(() => address(page).view).toBe("map");
    expect(indicators.filter((one) => one.townships).map(({ id }) => id)).toContain(address(page).layer);
  });

  test("the map draws every township, and its table has their figures, in every layer", async ({ open, page, request, baseURL }) => {
    const publication = await Publication.read(request, baseURL);
    const { indicators } = await publication.content(publication.entry(MONTH));
    const layers = indicators.filter((one) => one.townships);
    expect(layers.length).toBeGreaterThanOrEqual(3);
    await open(query({ view: "map", snapshot: MONTH }));
    await drawn(page);
    const codes = await chart(map(page), (chart) => chart.getOption().geo[0].regions.map(({ name }) => name));
    expect(towns.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);

    const choice = page.locator("main select").first();
    await map(page).locator("summary").click();
    const looks = new Set();
    for (const { id, townships } of layers) {
      await choice.selectOption(id);
      await expect.poll(() => address(page).layer).toBe(id);
      const rows = await tableOf(map(page).locator("table"));
      expect(rows, id).toHaveLength(towns.length);
      for (const { code, name_zh: name } of towns) {
        const { from, values } = townships[code];
        const last = values[(2022 - Number(from.slice(0, 4))) * 12 + 6 - Number(from.slice(5, 7))];
        const value = last?.value ?? last;
        const figure = rows.find(([town]) => town === name)?.[1] ?? "";
        if (typeof value === "number") expect.soft(numbers(figure)[0], `${id} ${name}`).toBe(value);
        else expect.soft(figure, `${id} ${name}: a reason`).toMatch(/\p{sc=Han}/u);
      }
      looks.add(await chart(map(page), (chart) => JSON.stringify(chart.getOption().geo[0].regions.map((region) => [region.name, region.itemStyle?.areaColor]))));
    }
    expect(looks.size, "each layer shades the map differently").toBeGreaterThan(1);
    const shown = await tableOf(map(page).locator("table"));
    await page.reload();
    await settled(page);
    await expect(choice, "a reload keeps the layer").toHaveValue(layers.at(-1).id);
    await map(page).locator("summary").click();
    expect(await tableOf(map(page).locator("table"))).toEqual(shown);
  });

  test("lists the sites on the map, those without a place, and those outside", async ({ open, page }) => {
    const placed = sites.filter((site) => site.lon);
    const outside = sites.filter((site) => site.outside === "1");
    const unplaced = sites.filter((site) => !site.lon);
    expect([placed.length, unplaced.length, outside.length]).toEqual([16, 24, 2]);

    await open(query({ view: "map", snapshot: MONTH }));
    const on = page.locator('[data-sites="placed"]');
    const off = page.locator('[data-sites="unplaced"]');
    await expect(on.locator("[data-site]")).toHaveCount(16);
    await expect(on.locator("h2")).toContainText("16");
    for (const site of placed) await expect.soft(on, site.id).toContainText(site.name_zh);
    await expect(off.locator("[data-site]")).toHaveCount(22);
    await expect(off).toContainText("位置待补");
    await expect(off).toContainText("22");
    for (const site of unplaced) await expect.soft(off, site.id).toContainText(site.name_zh);
    await expect(off).toContainText(/2处在区外/);

    for (const { id } of table("domains")) {
      await open(query({ view: "map", snapshot: MONTH, domain: id }));
      await expect.soft(on.locator("[data-site]"), id).toHaveCount(placed.filter((site) => site.domain === id).length);
    }
  });

  test("a click on a township chooses it, in the address and after a reload; another lets it go", async ({ open, page }) => {
    const taken = new Set(sites.filter((site) => site.lon).map((site) => site.township));
    const town = towns.find(({ code }) => !taken.has(code));
    await open(query({ view: "map", snapshot: MONTH }));
    await drawn(page);
    const press = async () => {
      const [x, y] = await chart(map(page), (chart, at) => {
        const box = chart.getDom().getBoundingClientRect();
        const [x, y] = chart.convertToPixel({ geoIndex: 0 }, at);
        return [box.x + x, box.y + y];
      }, [Number(town.lon), Number(town.lat)]);
      await page.mouse.click(x, y);
    };
    await map(page).locator("canvas").first().scrollIntoViewIfNeeded();
    await press();
    await expect.poll(() => address(page).town).toBe(town.code);
    await expect(page.locator("main h2").filter({ hasText: town.name_zh })).toBeVisible();
    await page.reload();
    await settled(page);
    await expect(page.locator("main h2").filter({ hasText: town.name_zh })).toBeVisible();
    await drawn(page);
    await map(page).locator("canvas").first().scrollIntoViewIfNeeded();
    await press();
    await expect.poll(() => address(page).town).toBeUndefined();
    await page.locator('[data-sites="placed"] h3 a').first().click();
    await expect.poll(() => [...taken]).toContain(address(page).town);
  });

  test("magnifies by wheel, by button and by key, and goes back", async ({ open, page }) => {
    await open(query({ view: "map", snapshot: MONTH }));
    await drawn(page);
    const span = () => chart(map(page), (chart) => {
      const [[x0], [x1]] = [[120.5, 27.95], [120.6, 27.95]].map((at) => chart.convertToPixel({ geoIndex: 0 }, at));
      return Math.round(x1 - x0);
    });
    const whole = await span();
    expect(whole).toBeGreaterThan(20);
    await map(page).getByRole("img").first().hover();
    await page.mouse.wheel(0, -240);
    await expect.poll(span).toBeGreaterThan(whole);
    const [closer, farther, reset] = await map(page).getByRole("button").all();
    let now = await span();
    await closer.click();
    await expect.poll(span).toBeGreaterThan(now);
    now = await span();
    await farther.press("Enter");
    await expect.poll(span).toBeLessThan(now);

    await test.step("what is chosen meanwhile leaves the picture, and the focus, where they are", async () => {
      await expect.poll(span).toBeGreaterThan(whole);
      now = await span();
      const town = page.locator('[data-sites="placed"] h3 a').first();
      await town.focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => address(page).town).toBeTruthy();
      await drawn(page);
      expect(await span()).toBe(now);
      await expect(town).toBeFocused();
    });
    await reset.click();
    await expect.poll(span).toBe(whole);
  });
});

/** A table's body, cell by cell. */
function tableOf(table) {
  return table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
}

/** Asks the ECharts instance of a figure; null while there is none. @param {(chart: any, more: any) => any} ask runs in the page */
async function chart(figure, ask, more) {
  const found = await figure.evaluateHandle(async (figure) => {
    const meta = document.querySelector('meta[name="biaogan-echarts"]');
    const { getInstanceByDom } = await import(new URL(meta.content, document.baseURI).href);
    return [...figure.querySelectorAll("*")].map((element) => getInstanceByDom(element)).find((chart) => chart?.getOption()) ?? null;
  });
  return await found.evaluate((chart) => chart !== null) ? found.evaluate(ask, more) : null;
}
