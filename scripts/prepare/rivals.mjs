import { install } from './project.mjs'

/** Installs the grids that `npm run bench` measures beside Portdeck's, unless they are there. */
export function ensureRivals() {
  install('bench/rivals', 'Installing the grids to compare with…')
}
