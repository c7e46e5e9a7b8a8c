// What the page uses of MapLibre GL JS and PMTiles, and nothing else: tools/assets.mjs bundles it into one module of its own,
// which the large map imports where a basemap is declared.
import { Map, addProtocol, setWorkerUrl } from "maplibre-gl";
import { PMTiles, Protocol } from "pmtiles";

const files = new Protocol();
addProtocol("pmtiles", files.tile);

// The page's policy allows no worker that is made on the spot; it says where the file is.
setWorkerUrl(new URL(document.querySelector('meta[name="biaogan-maplibre-worker"]').content, document.baseURI).href);

/** What a PMTiles file says of itself; it is read anew each time, so that one that failed may be had later. */
export async function header(/** @type {string} */ url) {
  const file = new PMTiles(url);
  const { minZoom, maxZoom, tileType } = await file.getHeader();
  files.add(file);
  return { min: minZoom, max: maxZoom, isVector: tileType === 1 || tileType === 6 };
}

/**
 * A map that takes neither pointer nor keys.
 * @param {HTMLElement} container
 * @param {string} style its style as JSON text
 * @param {(isDrawn: boolean) => void} hear hears that a tile is there, or that none is to be had
 */
export function show(container, style, hear) {
  const map = new Map({
    container, style: JSON.parse(style),
    interactive: false, attributionControl: false, fadeDuration: 0, maxZoom: 24, maxPitch: 0,
  });
  // The map that lies above is what is read.
  const canvas = map.getCanvas();
  for (const name of ["role", "aria-label", "tabindex"]) canvas.removeAttribute(name);
  let isDrawn = false, isLost = false;
  const tell = (now) => {
    if (isDrawn !== now || !now) hear(isDrawn = now);
  };
  map.on("data", ({ tile }) => !isLost && tile?.state === "loaded" && tell(true));
  // With nobody to hear them MapLibre writes errors to the console. A tile that fails among others leaves a gap.
  map.on("error", () => {});
  // Of tiles that do not exist it says nothing at all.
  const watch = setInterval(() => {
    if (isDrawn) clearInterval(watch);
    else if (!isLost && map.isStyleLoaded() && map.areTilesLoaded()) tell(false);
  }, 1000);
  map.on("remove", () => clearInterval(watch));
  map.on("webglcontextlost", () => {
    isLost = true;
    tell(false);
  });
  map.on("webglcontextrestored", () => isLost = false);
  return map;
}
