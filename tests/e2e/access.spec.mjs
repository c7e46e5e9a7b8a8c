// For everyone: screen readers, keyboards, fingers, large type, narrow and wide screens, little motion, paper.
import { expect, test } from "./fixtures.mjs";
import { violations } from "./support/axe.mjs";
import { MAIN, VIEWS } from "./support/views.mjs";
import { TAGS, address, go, only, query, settled } from "./support/pages.mjs";
import { clipped, contrastOnPaper, focusables, focused } from "./support/layout.mjs";

test.describe("axe finds nothing", () => {
  for (const lang of ["zh", "en"]) {
    test(`in ${lang}`, async ({ open, page, isMobile }) => {
      test.skip(Boolean(isMobile) && lang === "en", "words of either language stand in the same elements");
      test.setTimeout(240_000);
      await open(query({ lang: TAGS[lang] }));
      for (const name of lang === "zh" ? Object.keys(VIEWS) : MAIN) {
        await go(page, query({ ...VIEWS[name], theme: "light", lang: TAGS[lang] }));
        expect.soft(await violations(page, undefined, lang === "zh" && !isMobile), name).toEqual([]);
      }
    });
  }

  // What a theme changes is the colours, and what a language changes is not.
  for (const theme of ["dark", "contrast", "transparent"]) {
    test(`in the colours of ${theme}`, async ({ open, page, isMobile }) => {
      test.skip(Boolean(isMobile), "colours do not depend on the screen");
      test.setTimeout(150_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(query({ theme }));
      for (const name of theme === "dark" ? Object.keys(VIEWS) : MAIN) {
        await go(page, query({ ...VIEWS[name], theme }));
        expect.soft(await violations(page, ["color-contrast"], false), name).toEqual([]);
      }
    });
  }

  test("in large type", async ({ open, page, isMobile }) => {
    test.skip(!isMobile, "what is large on a desktop is small on a phone");
    test.setTimeout(120_000);
    await open();
    for (const name of MAIN) {
      await go(page, query({ ...VIEWS[name], type: "large" }));
      expect.soft(await violations(page, ["color-contrast", "target-size", "scrollable-region-focusable"]), name).toEqual([]);
    }
  });

  test("embedded, and when the data are away", async ({ open, page, problems }) => {
    problems.allow(/data\/index\.json/);
    await open(query({ ...VIEWS["a goal"], embed: "1", theme: "transparent" }));
    expect.soft(await violations(page), "embedded").toEqual([]);
    await page.route("**/data/index.json", (route) => route.fulfill({ status: 404 }));
    await open("", { state: "stale" });
    expect.soft(await violations(page), "old data").toEqual([]);
    await page.evaluate(() => localStorage.clear());
    await open("", { state: "error" });
    expect.soft(await violations(page), "no data").toEqual([]);
  });
});

test.describe("by keyboard", () => {
  only(test, "desktop");

  test("the first stop leads past the head, and says so when it is reached", async ({ open, page }) => {
    await open();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "跳到正文" });
    await expect(skip).toBeFocused();
    const box = await skip.boundingBox();
    expect(Math.min(box.width, box.height), "it can be seen while it has the focus").toBeGreaterThan(20);
    await page.keyboard.press("Enter");
    await expect(page.locator("#main")).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest("#main") !== null)).toBe(true);
  });

  for (const name of MAIN) {
    test(`every stop of ${name} is reached in order, and is seen`, async ({ open, page }) => {
      await open(query(VIEWS[name]));
      if (name === "the map") await expect(page.locator("main canvas").first()).toBeVisible();
      const wanted = await page.evaluate(focusables);
      expect(wanted.length).toBeGreaterThan(8);
      const reached = [];
      for (const _ of wanted) {
        await page.keyboard.press("Tab");
        const { name, visible, marked } = await page.evaluate(focused);
        reached.push(name);
        expect.soft({ visible, marked }, `${name} shows the focus`).toEqual({ visible: true, marked: true });
      }
      expect(reached).toEqual(wanted);
    });
  }

  test("Enter follows links; the focus goes to the new page, and back to the old one", async ({ open, page }) => {
    await open();
    await page.locator("article[data-indicator] a").nth(3).focus();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.keyboard.press("Enter");
    await expect(page.locator("article.goal")).toBeVisible();
    await expect(page.locator("#main")).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY), "the new page begins at its top").toBe(0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement.closest("#main") !== null)).toBe(true);

    await page.goBack();
    await expect(page.locator("article[data-indicator]").first()).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.activeElement.closest("#main") !== null), "the focus is not lost").toBe(true);
  });

  test("choices are made and kept under the fingers", async ({ open, page }) => {
    await open("?view=indicators");
    const search = page.getByRole("searchbox");
    await search.focus();
    await page.keyboard.type("5g");
    await expect(search).toBeFocused();
    await expect(page.locator("tr[data-indicator]")).toHaveCount(1);
    const light = page.getByRole("combobox", { name: "灯", exact: true });
    await light.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => address(page).light).toBe("red");
    await expect(light).toBeFocused();
    const display = page.locator(".display summary");
    await display.focus();
    await page.keyboard.press("Enter");
    const large = page.getByRole("button", { name: "长者模式" });
    await large.focus();
    await page.keyboard.press("Space");
    await expect(page.locator("html")).toHaveAttribute("data-type", "large");
    await expect(large).toBeFocused();
    const edition = page.getByRole("combobox", { name: "期次", exact: true });
    await edition.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => address(page).snapshot).toBeTruthy();
    await settled(page);
    await expect(edition).toBeFocused();
    await page.getByRole("link", { name: "EN", exact: true }).press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("link", { name: "EN", exact: true })).toBeFocused();
  });
});

test.describe("under a finger", () => {
  only(test, "phone");

  test("what is to be touched has room for a finger", async ({ open, page }) => {
    test.setTimeout(90_000);
    await open();
    for (const lang of ["zh", "en"]) {
      for (const name of [...MAIN, "an unknown goal"]) {
        await go(page, query({ ...VIEWS[name], lang: TAGS[lang] }));
        const small = await page.locator("nav a, select, input, button, summary, .button, .brand").evaluateAll((targets) => targets
          .filter((target) => target.checkVisibility() && !target.closest(".crumbs"))
          .map((target) => ({ target, box: (target.type === "checkbox" && target.closest("label") || target).getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
          .map(({ target, box }) => `${target.localName}.${target.className} “${(target.getAttribute("aria-label") ?? target.innerText).slice(0, 20)}” ${Math.round(box.width)}×${Math.round(box.height)}`));
        expect.soft([...new Set(small)], `${name}, ${lang}`).toEqual([]);
      }
    }
  });

  test("cards and rows open by a tap, and the bar at the foot hides nothing", async ({ open, page }) => {
    await open();
    await page.locator("article[data-indicator] a").first().tap();
    await expect(page.locator("article.goal")).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const bar = await page.locator("nav.tabs").boundingBox();
    const last = await page.locator("footer :is(p, a)").last().boundingBox();
    expect(last.y + last.height).toBeLessThanOrEqual(bar.y);
  });
});

test.describe("nothing runs over", () => {
  const WIDTHS = { desktop: [1024, 1440, 1920, 3840], phone: [360, 390, 768] };
  // Large type is the narrower of the two, and English the longer.
  for (const [lang, types] of [["zh", ["large"]], ["en", ["normal", "large"]]]) {
    for (const type of types) {
      test(`in ${lang}, ${type} type`, async ({ open, page, isMobile }) => {
        test.setTimeout(240_000);
        await open(query({ lang: TAGS[lang], type }));
        for (const name of [...MAIN, "a milestone", "an official goal", "an unknown goal"]) {
          await go(page, query({ ...VIEWS[name], lang: TAGS[lang], type }));
          for (const width of WIDTHS[isMobile ? "phone" : "desktop"]) {
            await page.setViewportSize({ width, height: isMobile ? 800 : 1000 });
            expect.soft(await page.evaluate(clipped), `${name} at ${width}`).toEqual([]);
          }
        }
      });
    }
  }

  test("nor at four times the size", async ({ open, page, isMobile }) => {
    test.skip(Boolean(isMobile), "a zoomed desktop is a narrow one");
    await page.setViewportSize({ width: 320, height: 256 });
    await open();
    for (const name of MAIN) {
      await go(page, query(VIEWS[name]));
      expect.soft(await page.evaluate(clipped), name).toEqual([]);
    }
  });
});

test.describe("as the reader's system asks", () => {
  only(test, "desktop");

  test("little motion", async ({ open, page }) => {
    const moving = () => page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
      const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0);
      return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration)) || scrollBehavior === "smooth";
    }).length);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await open();
    expect(await moving(), "otherwise there is some").toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const name of MAIN) {
      await go(page, query(VIEWS[name]));
      expect.soft(await moving(), name).toBe(0);
    }
  });

  test("dark colours, and the reader's own choice above them", async ({ open, page }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const grounds = {};
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const theme of ["auto", "light", "dark"]) {
        await open(query({ theme }));
        grounds[`${colorScheme} ${theme}`] = await ground();
      }
    }
    expect(grounds["dark auto"]).not.toBe(grounds["light auto"]);
    expect(grounds).toMatchObject({
      "light auto": grounds["light light"], "dark auto": grounds["dark dark"],
      "dark light": grounds["light light"], "light dark": grounds["dark dark"],
    });
  });

  test("colours of the system's own", async ({ open, page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open();
    for (const name of MAIN) {
      await go(page, query(VIEWS[name]));
      expect.soft(await page.evaluate(clipped), name).toEqual([]);
    }
    await expect(page.getByRole("navigation").first()).toBeVisible();
  });

  test("on paper: black on white, whatever the theme, without what only a screen can do", async ({ open, page }) => {
    test.setTimeout(150_000);
    // A colour on its way from screen to paper is neither.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open();
    for (const theme of ["light", "dark", "contrast"]) {
      for (const name of MAIN) {
        await page.emulateMedia({ media: "screen" });
        await go(page, query({ ...VIEWS[name], theme }));
        await page.emulateMedia({ media: "print" });
        const where = `${name}, ${theme}`;
        const { ground, pale } = await page.evaluate(contrastOnPaper);
        expect.soft(ground, where).toBe("rgb(255, 255, 255)");
        expect.soft(pale, where).toEqual([]);
        await expect.soft(page.locator("nav.tabs, .choices select, .choices button, .skip").filter({ visible: true }), where).toHaveCount(0);
        await expect.soft(page.locator("[data-demo]").filter({ visible: true }).first(), where).toBeVisible();
      }
    }
  });
});
