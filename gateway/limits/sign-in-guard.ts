import { Refusal } from '../http/refusal'
import type { Budget } from './budget'
import { isSite, networksOf } from './networks'
import { createTurns, type Turn, type Turns } from './turns'

export interface SignInBudgets {
  /** Wrong tokens of one address, or of the /64 of an IPv6 address. */
  readonly perAddress: Budget
  /** Wrong tokens of the /56 of an IPv6 address. */
  readonly perSite: Budget
  /** Wrong tokens of everybody. Once they are used up, only addresses without a recent one may try. */
  readonly inAll: Budget
}

/** Limits sign-ins with a wrong token, and how many tries run at once. */
export interface SignInGuard extends Pick<Turns, 'running' | 'waiting'> {
  /**
   * Runs one try. Only a wrong token counts as a failure, but no more tries of an address run at once than it has
   * failures left, so that parallel ones cannot exceed the limit.
   * @throws Refusal `throttled`, or whatever `attempt` throws
   */
  try<Result>(address: string, attempt: () => Promise<Result>): Promise<Result>
}

/** How many calls sign-ins may have at the console at once. Nothing else uses them. */
export const signInLane = 16
const lanePerAddress = 8
const waiting = { waiting: 512, waitingPerPerson: 128, waitMs: 10_000 }

const everybody = 'all'

export function createSignInGuard({ perAddress, perSite, inAll }: SignInBudgets): SignInGuard {
  const budgetOf = (network: string) => (isSite(network) ? perSite : perAddress)
  const createLane = (inAll: number) =>
    createTurns({
      inAll,
      // Even without failures left, one at a time starts, to be refused.
      perPerson: (network) =>
        Math.max(1, Math.min(lanePerAddress, Math.floor(budgetOf(network).left(network)))),
      ...waiting,
    })
  const turns = createLane(signInLane)
  /** The tries of each /64, before they compete with the others of their /56. */
  const withinSite = createLane(Number.POSITIVE_INFINITY)

  /** Waits for a turn of every network, the narrowest first, and returns the function that ends them. */
  async function takeTurns(networks: readonly string[]): Promise<() => void> {
    const { signal } = new AbortController()
    const taken: Turn[] = []
    const end = () => {
      for (const turn of taken) turn.end()
    }
    try {
      for (const [index, network] of networks.entries()) {
        const lane = index === networks.length - 1 ? turns : withinSite
        taken.push(await lane.take({ person: network }, signal))
      }
      return end
    } catch (error) {
      end()
      throw error
    }
  }

  function check(networks: readonly string[]) {
    for (const network of networks) budgetOf(network).check(network)
    if (!networks.every((network) => budgetOf(network).isFull(network))) inAll.check(everybody)
  }

  return {
    async try(address, attempt) {
      const networks = networksOf(address)
      const endTurns = await takeTurns(networks)
      try {
        check(networks)
        return await attempt()
      } catch (error) {
        if (error instanceof Refusal && error.kind === 'unauthenticated') {
          for (const network of networks) budgetOf(network).spend(network)
          inAll.spend(everybody)
        }
        throw error
      } finally {
        endTurns()
      }
    },
    running: turns.running,
    waiting: () => turns.waiting() + withinSite.waiting(),
  }
}
