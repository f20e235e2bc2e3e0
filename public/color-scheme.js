{
  let scheme
  try {
    scheme = localStorage['portdeck.scheme']
  } catch {
    scheme = null
  }
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.mantineColorScheme = scheme
}
