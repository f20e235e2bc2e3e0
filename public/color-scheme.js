// Before the first paint. The key is that of src/app/header/color-scheme.ts.
;(() => {
  let scheme
  try {
    scheme = localStorage.getItem('portdeck.scheme')
  } catch {
    // Storage may be off.
  }
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.mantineColorScheme = scheme
})()
