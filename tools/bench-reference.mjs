// The page that `make bench` measures beside ours: what one would write by hand in an afternoon, plain JavaScript with
// the whole of ECharts, the same data, the eighteen goals as line charts. Made anew in a temporary folder each time.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compress } from "./compress.mjs";

const root = path.resolve(import.meta.dirname, "..");

const HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">
<script src="echarts.min.js" defer></script>
<script src="page.js" defer></script>
</head>
<body><main><h1 id="title"></h1><div id="cards"></div></main></body>
</html>
`;

const CSS = `body { margin: 0; font-family: system-ui, "Noto Sans CJK SC", sans-serif; background: #fff; color: #222; }
main { max-width: 1312px; margin: 0 auto; padding: 16px; }
#cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 24px; }
.chart { height: 120px; }
`;

async function page() {
  const json = async (name) => (await fetch(name)).json();
  const manifest = await json("data/index.json");
  const newest = manifest.snapshots.reduce((a, b) => (a.id > b.id ? a : b));
  const snapshot = await json(`data/${newest.file}`);
  document.getElementById("title").textContent = manifest.district.title.zh;
  const cards = document.getElementById("cards");
  for (const goal of snapshot.indicators) {
    const values = (goal.series?.values ?? []).map((value) => (typeof value === "number" ? value : value?.value ?? null));
    const card = cards.appendChild(document.createElement("section"));
    card.appendChild(document.createElement("h2")).textContent = goal.name.zh;
    card.appendChild(document.createElement("p")).textContent = `${values.at(-1) ?? "—"} ${goal.unit.zh}`;
    const box = card.appendChild(document.createElement("div"));
    box.className = "chart";
    echarts.init(box).setOption({
      animation: false,
      grid: { left: 40, right: 8, top: 8, bottom: 20 },
      xAxis: { type: "category", data: values.map((_, month) => month + 1) },
      yAxis: { type: "value", scale: true },
      series: [{ type: "line", data: values, symbol: "none" }],
    });
    if (cards.children.length === 1) performance.mark("biaogan:first-content");
  }
  requestAnimationFrame(() => setTimeout(() => performance.mark("biaogan:ready")));
}

/**
 * Makes the page, with the data of a built one.
 * @param {string} dist the built page
 * @returns {Promise<string>} its folder
 */
export async function makeReference(dist) {
  const folder = mkdtempSync(path.join(tmpdir(), "biaogan-reference-"));
  writeFileSync(path.join(folder, "index.html"), HTML);
  writeFileSync(path.join(folder, "page.css"), CSS);
  writeFileSync(path.join(folder, "page.js"), `(${page})();\n`);
  copyFileSync(path.join(root, "node_modules/echarts/dist/echarts.min.js"), path.join(folder, "echarts.min.js"));
  mkdirSync(path.join(folder, "data/snapshots"), { recursive: true });
  copyFileSync(path.join(dist, "data/index.json"), path.join(folder, "data/index.json"));
  const newest = readdirSync(path.join(dist, "data/snapshots")).filter((name) => name.endsWith(".json")).sort().at(-1);
  cpSync(path.join(dist, "data/snapshots", newest), path.join(folder, "data/snapshots", newest));
  await compress(folder, path.join(root, "target/web/packed-reference"));
  return folder;
}
