// A plan far larger than the real one: what the task table has to bear.

/** How many tasks are added to the plan's own. */
export const MANY = 10_000;

/**
 * Adds made-up tasks to an edition: under every item in turn, led by every unit in turn, due in every month of the plan,
 * some of them done. The same edition always gives the same tasks.
 * @param {any} edition the content of a snapshot; it is changed
 */
export function addTasks(edition, count = MANY) {
  const items = edition.tasks.filter(({ level }) => level === 2);
  const models = edition.tasks.filter(({ level }) => level === 3);
  const units = edition.departments.map(({ id }) => id);
  for (let number = 0; number < count; number++) {
    const item = items[number % items.length], model = models[number % models.length];
    const month = number % 36;
    const due = `${2020 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}-28`;
    edition.tasks.push({
      ...model, id: `x-${number}`, parent: item.id, domain: item.domain, section: item.section,
      name: { zh: `第${number}项工作`, en: `Work ${number}` }, due,
      lead: units[number % units.length], support: [units[(number * 7 + 3) % units.length]].filter((unit) => unit !== units[number % units.length]),
    });
  }
}
