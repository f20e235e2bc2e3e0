/** What a person can choose; `auto` is what the system has. */
export const colorSchemes = ['auto', 'light', 'dark'] as const
export type ColorScheme = (typeof colorSchemes)[number]

// public/color-scheme.js reads the same before anything is painted.
const key = 'portdeck.scheme'
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let chosen = stored()

function stored(): ColorScheme {
  try {
    const text = localStorage.getItem(key)
    return colorSchemes.find((scheme) => scheme === text) ?? 'auto'
  } catch {
    // Storage may be switched off.
    return 'auto'
  }
}

function show() {
  const system = darkSystem.matches ? 'dark' : 'light'
  document.documentElement.dataset['mantineColorScheme'] = chosen === 'auto' ? system : chosen
}

function adopt(scheme: ColorScheme) {
  chosen = scheme
  show()
  for (const listener of listeners) listener()
}

darkSystem.addEventListener('change', show)
// Chosen in another tab.
window.addEventListener('storage', (event) => {
  if (event.key === key) adopt(stored())
})

/** The scheme that was chosen in this browser. */
export const chosenScheme = () => chosen

/** Calls `listener` after another scheme was chosen. Gives a function that stops it. */
export function subscribeToScheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows a scheme at once, and from now on in this browser. */
export function chooseScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(key, scheme)
  } catch {
    // Then it holds until the page is left.
  }
  adopt(scheme)
}
