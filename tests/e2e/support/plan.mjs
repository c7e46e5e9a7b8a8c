// The plan as data/plan/ states it: what every page has to agree with, read without the program under test.
import { readFileSync } from "node:fs";

const folder = new URL("../../../data/plan/", import.meta.url);

/**
 * The rows of a table of the plan, by column.
 * @param {string} name the file's name without `.csv`
 * @returns {Record<string, string>[]}
 */
export function table(name) {
  const text = readFileSync(new URL(`${name}.csv`, folder), "utf8");
  const rows = [[]];
  for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ""])));
}

/** The goals of the plan. */
export const goals = table("indicators");

/** Their ids, sorted. */
export const goalIds = goals.map((goal) => goal.id).sort();

const SIGNS = { ">": ">", ">=": "≥", "<": "<", "<=": "≤", "=": "", between: "" };

/**
 * A goal's target as a reader of a language writes it.
 * @param {Record<string, string>} goal @param {"zh" | "en"} lang
 */
export function target(goal, lang) {
  if (goal.kind === "milestone" || goal.kind === "qualitative") return { zh: "完成", en: "done" }[lang];
  const factor = lang === "en" && goal.en_factor ? Number(goal.en_factor) : 1;
  const write = (value) => (Number(value) * factor).toLocaleString("en-US");
  const figure = goal.high ? `${write(goal.target)}–${write(goal.high)}` : write(goal.target);
  const unit = goal[`unit_${lang}`];
  const [currency, scale] = /^([A-Z]{3}) (.+)$/.exec(unit)?.slice(1) ?? [];
  const quantity = currency ? `${currency} ${figure} ${scale}`
    : lang === "zh" || unit === "%" || unit === "" ? figure + unit
    : `${figure} ${unit}`;
  return SIGNS[goal.comparator] + quantity;
}
