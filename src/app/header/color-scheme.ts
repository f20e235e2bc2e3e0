import { createEmitter } from '../../lib/emitter'
import { oneOf, storedValue } from '../../lib/stored-value'

/** `auto` follows the system. */
export const colorSchemes = ['auto', 'light', 'dark'] as const
export type ColorScheme = (typeof colorSchemes)[number]

// public/color-scheme.js reads the same key before anything is painted, so that no page flashes in the wrong scheme. It has
// no comments, because it is served as it is.
const stored = storedValue('portdeck.scheme', oneOf(colorSchemes))
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const schemeChanged = createEmitter()
let chosen = stored.read() ?? 'auto'

function show() {
  const system = darkSystem.matches ? 'dark' : 'light'
  document.documentElement.dataset['mantineColorScheme'] = chosen === 'auto' ? system : chosen
}

function adopt(scheme: ColorScheme) {
  chosen = scheme
  show()
  schemeChanged.emit()
}

darkSystem.addEventListener('change', show)
stored.subscribe(() => adopt(stored.read() ?? 'auto'))

export const chosenScheme = () => chosen

/** Calls its listener after another scheme was chosen, in this tab or another one. */
export const subscribeToScheme = schemeChanged.subscribe

/** Shows a scheme at once and keeps it for this browser; where nothing can be stored, until the page is left. */
export function chooseScheme(scheme: ColorScheme): void {
  stored.write(scheme)
  adopt(scheme)
}
