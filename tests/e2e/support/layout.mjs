// What is asked of the page's boxes and focus; these functions run in the page and stand alone.

/** Text that runs out of its box, is cut off, or makes the page scroll sideways. */
export function clipped() {
  const wrong = [];
  /** Whether a box is kept for screen readers only, and the nearest box about it, itself included, that clips. */
  const known = new Map([[null, {}], [document.body, {}]]);
  const about = (box) => {
    if (!known.has(box)) {
      const outer = about(box.parentElement), { clipPath, overflowX } = getComputedStyle(box);
      known.set(box, {
        unseen: outer.unseen || clipPath !== "none",
        ...overflowX === "visible" ? { pane: outer.pane, overflowX: outer.overflowX } : { pane: box, overflowX },
      });
    }
    return known.get(box);
  };
  const unseen = (element) => about(element).unseen;
  const tell = (element, what) => {
    const name = element.localName + (element.classList.length ? `.${[...element.classList].join(".")}` : "");
    const owner = element.parentElement?.closest("[class]");
    wrong.push(`${owner ? `${owner.localName}.${owner.classList[0]} ` : ""}${name}: ${what} “${element.textContent.trim().slice(0, 30)}”`);
  };
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) wrong.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);

  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (own.length === 0 || !element.checkVisibility() || element instanceof SVGElement) continue;
    if (element.closest("noscript, select") || unseen(element)) continue;
    const scroller = element.closest(".scroller");
    if (scroller && scroller !== element && scroller.scrollWidth > scroller.clientWidth) continue;

    const style = getComputedStyle(element);
    if (style.display !== "inline" && element.clientWidth > 0 && style.overflowX !== "auto" && style.overflowX !== "scroll") {
      if (element.scrollWidth > element.clientWidth + 1) tell(element, `wider than its box by ${element.scrollWidth - element.clientWidth}`);
      if (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) tell(element, "cut off below");
    }
    // The lines of text themselves: inside the window, and inside the nearest box that clips.
    const range = document.createRange();
    for (const node of own) {
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue;
        if (line.left < -1 || line.right > root.clientWidth + 1) { tell(element, "out of the window"); break; }
      }
    }
    const { pane, overflowX } = about(element);
    if ((overflowX === "hidden" || overflowX === "clip")
      && element.getBoundingClientRect().right > pane.getBoundingClientRect().right + 1) tell(element, `cut off by ${pane.className || pane.localName}`);
  }
  // Numbers and words of neighbouring cells and cards that lie on each other.
  const leaves = [...document.body.querySelectorAll("main :is(td, th, dt, dd, h1, h2, h3, h4, p, li > span, label, select, a.button)")]
    .filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest(".chart, svg, nav.tabs") && !unseen(element));
  /** The part of a box that can be seen: what is scrolled away lies on nothing. */
  const seen = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const scroller = element.closest(".scroller");
    const pane = scroller && getComputedStyle(scroller).overflowX !== "visible" ? scroller.getBoundingClientRect() : { left, right, top, bottom };
    const box = { left: Math.max(left, pane.left), right: Math.min(right, pane.right), top: Math.max(top, pane.top), bottom: Math.min(bottom, pane.bottom) };
    return { ...box, width: box.right - box.left, height: box.bottom - box.top };
  };
  const boxes = leaves.map((element) => ({ element, box: seen(element) })).filter(({ box }) => box.width > 1 && box.height > 1);
  boxes.sort((one, other) => one.box.top - other.box.top);
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom - 2; j++) {
      const [one, other] = [boxes[i], boxes[j]];
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 2) tell(one.element, `lies on “${other.element.textContent.trim().slice(0, 20)}”`);
    }
  }
  return [...new Set(wrong)].slice(0, 8);
}


/** The names of all stops of the keyboard, in the order of the page. */
export function focusables() {
  const name = (element) => `${element.localName} ${(element.getAttribute("aria-label") ?? element.labels?.[0]?.firstElementChild?.textContent ?? element.textContent).trim().slice(0, 40)}`;
  return [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0).map(name);
}

/** The stop that has the focus: its name, whether it is in the window, whether it is marked. */
export function focused() {
  const element = document.activeElement;
  const name = `${element.localName} ${(element.getAttribute("aria-label") ?? element.labels?.[0]?.firstElementChild?.textContent ?? element.textContent).trim().slice(0, 40)}`;
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  return {
    name,
    visible: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
    marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor),
  };
}

/** The ground of the page, and text on it that paper would show too pale. */
export function contrastOnPaper() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => channels(color).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const groundOf = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const pale = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    if (!element.checkVisibility() || element instanceof SVGElement || element.closest(".unseen, select, noscript")) continue;
    const [ink, ground] = [getComputedStyle(element).color, groundOf(element)].map(luminance);
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (ratio < 4.5) pale.push(`${element.localName}.${element.className} ${ratio.toFixed(1)} “${element.textContent.trim().slice(0, 20)}”`);
  }
  const ground = groundOf(document.body) === "rgba(0, 0, 0, 0)" ? groundOf(document.documentElement) : groundOf(document.body);
  return { ground, pale: [...new Set(pale)].slice(0, 8) };
}
