import type { PlanDesk } from '../../change/engine/plan-desk'
import type { PortRefusal } from '../../change/engine/port-activity'

/** What became of the ports that were to be added. */
export type AddEnding =
  | { kind: 'added' }
  | { kind: 'refused'; refusal: PortRefusal }
  /** Nothing came of it: the person left the plan, or they were there already. */
  | { kind: 'left' }

/**
 * Sends a ask for ports that are to be added (`propose`) and waits until nothing is under way for them any more: read
 * back, refused, or left by the person. `exists` says whether the component has them by then. Never rejects.
 */
export function addAndWait(
  desk: PlanDesk,
  { component, ports, propose, exists }: AddedPorts,
): Promise<AddEnding> {
  const noticesBefore = desk.notices()
  propose()
  return new Promise((resolve) => {
    const leave = desk.subscribe(look)
    look()

    function look() {
      const ending = endingNow()
      if (!ending) return
      leave()
      resolve(ending)
    }
  })

  function endingNow(): AddEnding | null {
    const refusals = ports.map((port) => desk.activity(component, port).refusal)
    const refusal = refusals.find((one) => one !== null)
    if (refusal) return { kind: 'refused', refusal }
    if (desk.isBusy(component)) return null
    // Somebody else may have added it meanwhile, so that it alone does not say that this change was made.
    const isTold = desk.notices() !== noticesBefore
    return { kind: exists() && isTold ? 'added' : 'left' }
  }
}

interface AddedPorts {
  /** By `service_id`. */
  component: string
  ports: readonly number[]
  propose: () => void
  exists: () => boolean
}
