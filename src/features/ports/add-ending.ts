import type { PlanDesk } from '../plan/plan-desk'
import type { PortRefusal } from '../plan/port-activity'

/** What became of a port that was to be added. */
export type AddEnding =
  | { kind: 'added' }
  | { kind: 'refused'; refusal: PortRefusal }
  /** Nothing came of it: the person left the plan, or the port was there already. */
  | { kind: 'left' }

/**
 * Sends a wish for a port that is to be added (`propose`) and waits until nothing is under way for it any more: read
 * back, refused, or left by the person. `exists` says whether the component has the port by then. Never rejects.
 */
export function addAndWait(
  desk: PlanDesk,
  { component, port, propose, exists }: AddedPort,
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
    const { refusal } = desk.activity(component, port)
    if (refusal) return { kind: 'refused', refusal }
    if (desk.isBusy(component)) return null
    // Somebody else may have added it meanwhile, so that it alone does not say that this change was made.
    const isTold = desk.notices() !== noticesBefore
    return { kind: exists() && isTold ? 'added' : 'left' }
  }
}

interface AddedPort {
  /** By `service_id`. */
  component: string
  port: number
  propose: () => void
  exists: () => boolean
}
