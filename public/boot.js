// Starts the program. Its own address names the two files to load: boot.js?js=<glue>&wasm=<program>.
const page = document.documentElement;

// Answers to what the program will ask first, by address; it takes each out when it asks (src/browser/fetch.rs).
const early = (globalThis.biaoganEarly = new Map());
const params = new URLSearchParams(location.search);
// Of several values the last one counts, as in the program.
const asked = (name) => params.getAll(name).pop();
if (!asked("data")) askEarly();
// A wall is dark from the first moment, and watched, whether the program comes or not.
const isWall = ["", "1"].includes(asked("kiosk"));
if (isWall) {
  page.dataset.theme = "wall";
  import("./wall.js").catch(() => {});
}

try {
  const { searchParams } = new URL(import.meta.url);
  const file = (name) => new URL(searchParams.get(name), document.baseURI);
  const program = await import(file("js"));
  await program.default({ module_or_path: file("wasm") });
} catch (cause) {
  page.dataset.biaogan = "error";
  const old = typeof WebAssembly !== "object" || cause instanceof SyntaxError || cause instanceof WebAssembly.CompileError;
  say(
    old
      ? ["浏览器版本过旧，无法显示本页。请换用较新的浏览器后重新打开。", "This browser is too old for this page. Please open it in a recent one."]
      : ["页面程序未能载入。请检查网络后重新打开；若仍不行，请告知发布单位。", "The program of this page could not be loaded. Please check the network and open the page again; if that does not help, tell the publisher."],
    String(cause?.message ?? cause),
  );
  if (isWall && old && window.top === window) await forget();
  throw cause;
}

/** Forgets the programs that sw.js keeps: a file of theirs may be what is broken. */
async function forget() {
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (/^biaogan \S+ build /.test(name)) await caches.delete(name);
  }
}

/** Asks for the manifest and the edition that the address names, while the program is on its way. */
function askEarly() {
  const ask = (path, cache) => {
    const url = new URL(path, document.baseURI);
    if (!url.href.startsWith(new URL("data/", document.baseURI).href)) throw new Error("outside the folder");
    // A server that drips is given up, as the program does with what it asks for itself.
    const answer = fetch(url, { cache, signal: AbortSignal.timeout?.(60_000) });
    early.set(url.href, answer);
    return answer;
  };
  const wanted = asked("snapshot");
  ask("data/index.json", "no-cache")
    .then((answer) => answer.clone().json())
    .then(({ snapshots }) => {
      const newest = snapshots.reduce((one, other) => (other.id > one.id ? other : one));
      const { file } = snapshots.find(({ id }) => id === wanted) ?? newest;
      return ask(`data/${file}`, "default");
    })
    // What is wrong here the program meets again, and says.
    .catch(() => {});
}

/** Writes into the loading page, or onto a page that has none left. */
function say([zh, en], detail) {
  const box = document.getElementById("boot") ?? document.body.appendChild(document.createElement("main"));
  const line = (text, lang) => Object.assign(document.createElement("p"), { textContent: text, lang });
  const alert = Object.assign(document.createElement("div"), { role: "alert" });
  alert.append(line(zh, "zh-CN"), line(en, "en"), line(detail, "en"));
  const heading = Object.assign(document.createElement("h1"), { textContent: "标杆" });
  box.replaceChildren(heading, alert);
}
