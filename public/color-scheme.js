// Before anything is painted, so that no page flashes in the wrong scheme. The key is that of src/app/header/color-scheme.ts.
;(() => {
  let stored = null
  try {
    stored = localStorage.getItem('portdeck.scheme')
  } catch {
    // Storage may be switched off.
  }
  const scheme =
    stored === 'light' || stored === 'dark'
      ? stored
      : matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
