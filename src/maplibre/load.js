// Fetches MapLibre once; a failed attempt may be repeated.
let loading;

export function load() {
  const address = (name) => {
    const meta = document.querySelector(`meta[name="${name}"]`);
    if (!meta) throw new Error(`no ${name} in the page`);
    return new URL(meta.content, document.baseURI).href;
  };
  loading ??= (async () => {
    const module = await import(address("biaogan-maplibre"));
    module.begin(address("biaogan-maplibre-worker"));
    return module;
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
