// Every page, as the address asks for it.

/** A goal with figures per township, tasks and sites. */
export const GOAL = "ind-online-retail-sales";

export const VIEWS = {
  "the overview": { view: "overview" },
  "the domains": { view: "domain" },
  "a domain": { view: "domain", id: "commerce", snapshot: "2022-06" },
  "the list": { view: "indicators" },
  "cards": { view: "indicators", as: "cards", group: "domain" },
  "small charts": { view: "indicators", as: "small", group: "light", snapshot: "2022-06" },
  "a filtered list": { view: "indicators", domain: "health", q: "zzz" },
  "a comparison": { view: "indicators", compare: "2022-06" },
  "a goal": { view: "indicator", id: GOAL, snapshot: "2022-06" },
  "a milestone": { view: "indicator", id: "ind-dragon-boat-base", snapshot: "2022-06" },
  "an official goal": { view: "indicator", id: GOAL, snapshot: "2021-03" },
  "the tasks": { view: "tasks", snapshot: "2022-06" },
  "all tasks": { view: "tasks", snapshot: "2022-06", expand: "all", group: "light" },
  "the map": { view: "map", snapshot: "2022-06" },
  "about the data": { view: "about" },
  "the style guide": { view: "styleguide" },
  "an unknown goal": { view: "indicator", id: "ind-unheard-of" },
  "an unknown domain": { view: "domain", id: "unheard-of" },
};

/** The pages that are looked at in every theme and language. */
export const MAIN = [
  "the overview", "the domains", "a domain", "the list", "cards", "small charts", "a goal", "the tasks", "the map", "about the data", "the style guide",
];
