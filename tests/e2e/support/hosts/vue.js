// What Vue does with <biaogan-embed :theme="theme" @biaogan-select="…">, once it is told that the tag is an element of
// the browser's: a value is a property where the element has one of that name, else an attribute.
const element = document.createElement("biaogan-embed");
const patch = (props) => {
  for (const [name, value] of Object.entries(props)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
};
patch({ view: "tasks", piece: "table", snapshot: "2022-06", theme: "light", lang: "zh-CN" });
element.addEventListener("biaogan-ready", ({ detail }) => { document.title = detail.title; });
document.getElementById("app").append(element);
globalThis.patch = patch;
