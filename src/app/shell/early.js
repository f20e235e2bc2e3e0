// Runs before anything is painted. vite.config.ts writes it into the page, and the gateway allows it by its hash.
{
  const root = document.documentElement
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }

  // As `colorSchemeManager` in Providers.tsx has it, so that no page flashes in the wrong scheme.
  const scheme = stored('portdeck.scheme')
  const isDark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.mantineColorScheme = isDark ? 'dark' : 'light'

  // A page that was opened from another website doesn't know who is signed in: no cookie came with it.
  if (root.dataset.shell === 'sign-in' && stored('portdeck.session') !== null)
    root.dataset.shell = root.dataset.shellInside

  // As `pickLanguage` in i18n/language.ts picks it.
  const tags = { en: 'en', zh: 'zh-CN' }
  const preferred = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0])
  const language =
    [stored('portdeck.language'), ...preferred].find((each) => Object.hasOwn(tags, each)) ?? 'en'
  root.lang = tags[language]
  const words = JSON.parse(document.querySelector('meta[name="words"]')?.content || '{}')
  for (const href of words[language] ?? []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = href
    document.head.append(link)
  }

  // The page's style sheets (gateway/static/late-styles.ts). These events don't reach the window. Another value of the
  // attribute would have the browser fetch the style sheet again, and by its relative address.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.media === 'not all')
        target.sheet.media.mediaText = 'all'
    },
    true,
  )

  // For `fetchPart` in lib/lazy-page.ts, which comes later.
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement) target.dataset.failed = ''
    },
    true,
  )
}
