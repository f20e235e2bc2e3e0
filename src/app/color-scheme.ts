import { localStorageColorSchemeManager } from '@mantine/core'

/** Keeps the chosen scheme in this browser, under the key that public/color-scheme.js reads before anything is painted. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'portdeck.scheme' })
