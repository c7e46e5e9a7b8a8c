// Fetches a library that stands beside the program, once; a failed attempt may be repeated.
const loading = new Map();

export function load(name) {
  const meta = document.querySelector(`meta[name="biaogan-${name}"]`);
  if (!meta) return Promise.reject(new Error(`no biaogan-${name} in the page`));
  if (!loading.has(name)) {
    loading.set(name, import(new URL(meta.content, document.baseURI).href).catch((error) => {
      loading.delete(name);
      throw error;
    }));
  }
  return loading.get(name);
}
