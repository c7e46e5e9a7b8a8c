// Serves dist/ twice for all browser tests, at the root of a host and in a sub-folder of another, and a portal that embeds
// the former.
import { fileURLToPath } from "node:url";
import { serve } from "../../tools/serve.mjs";
import { portal } from "./support/portal.mjs";

const dir = fileURLToPath(new URL("../../dist", import.meta.url));

export default async function start() {
  const root = await serve({ dir });
  const sub = await serve({ dir, base: "/gov/ouhai/" });
  const host = await portal(root.url);
  process.env.BIAOGAN_ROOT = root.url;
  process.env.BIAOGAN_SUB = sub.url;
  process.env.BIAOGAN_PORTAL = host.url;
  return () => Promise.all([root.close(), sub.close(), host.close()]);
}
