import { createEmulator } from '../emulator/create-emulator'
import { demoSeed, demoToken } from '../emulator/seeds/demo'
import { emulatorUpstream } from './emulator-upstream'
import type { Upstream } from './upstream'

export { demoToken }

/** A console of its own, in this process's memory, with the demo world in it. */
export function demoUpstream(): Upstream {
  return emulatorUpstream(createEmulator({ seed: demoSeed(), now: () => new Date() }).fetch)
}
