// Whether words have room: what is cut off, and what stands on top of something else.

/**
 * The words under `selector` that are cut off by what holds them, or that stand on other words.
 * @param {import("@playwright/test").Page} page
 * @param {string} selector
 * @returns {Promise<string[]>} a line for each
 */
export const crowded = (page, selector) => page.locator(selector).evaluate((root) => {
  const found = [];
  const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const cuts = (style) => ["hidden", "clip", "auto", "scroll"].includes(style);
  const words = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const holder = node.parentElement;
    if (!text || !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (holder.closest(".unseen, title")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      // The ink of a line is lower than its box.
      const slack = line.height * 0.18;
      const ink = { left: line.left, right: line.right, top: line.top + slack, bottom: line.bottom - slack };
      if (ink.right - ink.left > 1) words.push({ text, node, ink });
    }
  }
  const say = ({ text, ink }) => `“${text.slice(0, 40)}” at ${Math.round(ink.left)},${Math.round(ink.top)}`;
  for (const word of words) {
    for (let at = word.node.parentElement; at && at !== root.parentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      const [across, down] = [cuts(style.overflowX), cuts(style.overflowY)];
      const rect = box(at.getBoundingClientRect());
      const { ink } = word;
      const out = (across && (ink.left < rect.left - 1 || ink.right > rect.right + 1)) ||
        (down && (ink.top < rect.top - 1 || ink.bottom > rect.bottom + 1));
      if (out) {
        found.push(`cut off by .${at.getAttribute("class")}: ${say(word)}`);
        break;
      }
    }
    const { ink } = word;
    if (ink.left < -1 || ink.right > innerWidth + 1 || ink.top < -1 || ink.bottom > innerHeight + 1) {
      found.push(`off the screen: ${say(word)}`);
    }
  }
  for (const [index, one] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      if (one.node === other.node) continue;
      const across = Math.min(one.ink.right, other.ink.right) - Math.max(one.ink.left, other.ink.left);
      const down = Math.min(one.ink.bottom, other.ink.bottom) - Math.max(one.ink.top, other.ink.top);
      if (across > 1.5 && down > 1.5) found.push(`on each other: ${say(one)} and ${say(other)}`);
    }
  }
  return [...new Set(found)];
});

/** The smallest letters under `selector`, legal lines aside, as a share of the screen's height. */
export const smallest = (page, selector) => page.locator(selector).evaluate((root) => {
  let least = { share: 1, text: "" };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest(".unseen, title")) continue;
    const scale = new DOMMatrix(getComputedStyle(document.querySelector(".wall-stage")).transform).d;
    const drawn = holder instanceof SVGGraphicsElement ? holder.getCTM().d : 1;
    const share = parseFloat(getComputedStyle(holder).fontSize) * drawn * scale / innerHeight;
    if (share < least.share) least = { share, text: node.data.trim() };
  }
  return least;
});
