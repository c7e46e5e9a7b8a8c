// Every page, as the address asks for it.

/** A goal with figures per township, tasks and sites. */
export const GOAL = "ind-online-retail-sales";

export const VIEWS = {
  "the overview": { view: "overview" },
  "the domains": { view: "domain" },
  "a domain": { view: "domain", id: "commerce", snapshot: "2022-06" },
  "a task of a domain": { view: "domain", id: "commerce", item: "t-c3-04-2", snapshot: "2022-06" },
  "a department's part of a domain": { view: "domain", id: "foundation", dept: "d-finance", snapshot: "2022-06" },
  "a domain without sites": { view: "domain", id: "government", snapshot: "2021-03" },
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
  "the timeline": { view: "tasks", as: "timeline", snapshot: "2022-06" },
  "the board": { view: "tasks", as: "board", snapshot: "2022-06" },
  "the responsibilities": { view: "responsibility", snapshot: "2022-06" },
  "who works with whom": { view: "responsibility", as: "flow", snapshot: "2022-06" },
  "the progress": { view: "progress", snapshot: "2022-06" },
  "the departments": { view: "departments", snapshot: "2022-06" },
  "a department": { view: "departments", id: "d-commerce", snapshot: "2022-06" },
  "the projects": { view: "projects", snapshot: "2022-06" },
  "a project": { view: "projects", id: "work-brand", snapshot: "2022-06" },
  "the organisation": { view: "organisation", snapshot: "2022-06" },
  "the changes": { view: "changes", snapshot: "2022-06" },
  "the agenda": { view: "changes", as: "agenda", snapshot: "2022-06" },
  "the brief": { view: "brief", snapshot: "2022-06" },
  "the notices": { view: "notices", snapshot: "2022-06" },
  "a notice": { view: "notices", id: "notice-dragon-boat-accepted", snapshot: "2022-06" },
  "the map": { view: "map", snapshot: "2022-06" },
  "a wall's control page": { view: "share", snapshot: "2022-06" },
  "about the data": { view: "about" },
  "the style guide": { view: "styleguide" },
  "an unknown goal": { view: "indicator", id: "ind-unheard-of" },
  "an unknown domain": { view: "domain", id: "unheard-of" },
};

/** The pages that are looked at in every theme and language. */
export const MAIN = [
  "the overview", "the domains", "a domain", "the list", "cards", "small charts", "a goal", "the tasks", "the timeline", "the board",
  "the responsibilities", "who works with whom", "the progress", "the departments", "a department", "a project",
  "the organisation", "the changes", "the agenda", "the brief", "the map", "a wall's control page", "about the data", "the style guide",
];
