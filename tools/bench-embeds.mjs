// Measures what a piece of the dashboard costs on another page, beside the whole page that it is of.
const GOAL = "view=indicator&id=ind-online-retail-sales";

/** What is compared: the page, and pieces of it. */
const SHOWN = {
  "a goal, whole": `?${GOAL}`,
  "its chart": `?${GOAL}&embed=chart`,
  "its card": `?${GOAL}&embed=card`,
  "the small map": "?embed=map",
};

/**
 * A table of the pieces: each loaded cold, turn by turn.
 * @param {(query: string) => Promise<object>} load one cold load
 * @param {[string, (load: object) => number, (value: number) => string, boolean?][]} rows
 * @param {Function} cell writes a row's cell from many loads
 * @param {number} runs
 */
export async function benchEmbeds(load, rows, cell, runs) {
  const loads = Object.fromEntries(Object.keys(SHOWN).map((name) => [name, []]));
  for (const query of Object.values(SHOWN)) await load(query);
  for (let run = 0; run < runs; run++) {
    for (const [name, query] of Object.entries(SHOWN)) {
      loads[name].push(await load(query));
      process.stderr.write(".");
    }
  }
  const names = Object.keys(SHOWN);
  return [
    `| desktop, median of ${runs} cold loads | ${names.join(" | ")} |`,
    `| --- |${" ---: |".repeat(names.length)}`,
    ...rows.map(([name, pick, write, spread]) =>
      `| ${name} | ${names.map((one) => cell(loads[one], pick, write, spread)).join(" | ")} |`),
  ].join("\n");
}
