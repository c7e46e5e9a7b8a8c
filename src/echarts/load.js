// Fetches ECharts once; a failed attempt may be repeated.
let loading;

export function load() {
  const meta = document.querySelector('meta[name="biaogan-echarts"]');
  if (!meta) return Promise.reject(new Error("no biaogan-echarts in the page"));
  loading ??= import(new URL(meta.content, document.baseURI).href).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
