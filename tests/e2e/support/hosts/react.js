// What React 19 does with <biaogan-embed theme={theme} onbiaogan-select={…}>: properties where the element has them,
// attributes elsewhere, `on…` as a listener; and in development an effect that is taken back at once and done again.
const element = document.createElement("biaogan-embed");
const props = { view: "indicators", piece: "table", snapshot: "2022-06", lang: "zh-CN", "onbiaogan-ready": ({ detail }) => { document.title = detail.title; } };
for (const [name, value] of Object.entries(props)) {
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name in element) element[name] = value;
  else element.setAttribute(name, value);
}
const app = document.getElementById("app");
app.append(element);
element.remove();
app.append(element);
