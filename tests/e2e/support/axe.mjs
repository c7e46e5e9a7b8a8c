// What axe finds in a page.
import AxeBuilder from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Of a long list only so many are looked at where its first are enough: all rows are made alike. */
const ENOUGH = 24;

/**
 * What axe finds in the page as it stands, one line a violation.
 * @param {string[]} [rules] the rules to be tried, all by default
 * @param {boolean} [long] whether long lists are gone through to their end
 */
export async function violations(page, rules, long = true) {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (!long) for (const each of ["tbody > tr", "ol > li", "ul > li"]) axe.exclude(`${each}:nth-child(n + ${ENOUGH + 1})`);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any, all, none }) =>
    `${id}: ${target.join(" ")}: ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}`));
}
