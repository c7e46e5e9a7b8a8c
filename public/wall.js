// What a wall needs beside the program, and when that has stopped: someone who notices, and a start from disk. It comes
// with boot.js, or with the wall itself where a page became one later (src/browser/alive.rs).

// Milliseconds: between two looks; of silence until the page is loaded anew; until that is done again, twice as long each
// time; and at the most.
const EVERY = 5_000;
const SILENCE = 90_000;
const PAUSE = 120_000;
const LONGEST = 3_600_000;
const NOTE = "biaogan:restarts";

const loaded = Date.now();
let looked = performance.now();
let sign;
let silent = 0;
let isBroken = false;
let isAsking = false;
// When sw.js is told of the wall.
let telling = 0;

// After a panic the program's timers go on, with whatever it left half done.
const died = (cause) => { isBroken ||= cause instanceof WebAssembly.RuntimeError; };
// A wall in another page, as in the preview of the control page, is only looked at.
if (window.top === window) {
  addEventListener("error", ({ error }) => died(error));
  addEventListener("unhandledrejection", ({ reason }) => died(reason));
  setInterval(look, EVERY);
}

function look() {
  const now = performance.now();
  // While the machine slept, nobody could have given a sign.
  const passed = Math.min(now - looked, 2 * EVERY);
  looked = now;
  const given = globalThis.biaoganAlive;
  if (!isWall() || document.hidden) {
    silent = 0;
  } else if (given !== sign && !isBroken) {
    sign = given;
    silent = 0;
    stands();
  } else {
    silent += passed;
    if (isBroken || silent >= SILENCE) restart();
  }
}

/** Whether the page still is one: Esc leaves the wall without loading anything. */
function isWall() {
  return ["", "1"].includes(new URLSearchParams(location.search).getAll("kiosk").pop());
}

/** The program is alive. */
function stands() {
  const { at, times } = restarts();
  if (times > 0 && Date.now() - at > LONGEST) note(0);
  if (isSecureContext && navigator.serviceWorker && performance.now() >= telling) tell(navigator.serviceWorker);
}

/** Has sw.js keep the wall; and again later, when what could not be kept, or has changed, may be. */
async function tell(serviceWorker) {
  telling = Infinity;
  try {
    await serviceWorker.register("sw.js", { updateViaCache: "none" });
    (await serviceWorker.ready).active.postMessage(location.href);
    telling = performance.now() + LONGEST;
  } catch {
    // Without it the wall stands as long as it is not loaded anew without a network.
    telling = performance.now() + PAUSE;
  }
}

/** Loads the page anew, if that was not just done. */
async function restart() {
  const { at, times } = restarts();
  const passed = Date.now() - at;
  if (isAsking || (times > 0 && passed >= 0 && passed < Math.min(PAUSE * 2 ** (times - 1), LONGEST))) return;
  isAsking = true;
  // A page that stands still is better than the browser's own, from which nothing comes back.
  const signal = AbortSignal.timeout?.(60_000);
  const answer = await fetch(location.href, { cache: "no-cache", signal }).catch(() => null);
  isAsking = false;
  if (!answer?.ok) return;
  note(times + 1);
  location.reload();
}

/** When the page was last loaded anew, and how often in a row. */
function restarts() {
  try {
    return JSON.parse(sessionStorage.getItem(NOTE)) ?? { at: 0, times: 0 };
  } catch {
    // Where nothing can be noted, each page waits as if it were the second.
    return { at: loaded, times: 1 };
  }
}

function note(times) {
  try {
    sessionStorage.setItem(NOTE, JSON.stringify({ at: Date.now(), times }));
  } catch {
    // Said above.
  }
}
