import { NoticeRegion } from '../features/change/notices/shown/NoticeRegion'
import { PlanLinkHost } from '../features/change/share/opening/PlanLinkHost'

/** What every page has beside it: the outcomes of changes, and the plan of a link that was opened. */
export function LaterParts() {
  return (
    <>
      <NoticeRegion />
      <PlanLinkHost />
    </>
  )
}
