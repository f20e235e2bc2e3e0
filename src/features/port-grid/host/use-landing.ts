import { useMemo } from 'react'
import { useAddressSearch, useVisit } from '../../../lib/navigation/navigation-guard'
import { rowId } from '../rows/port-row'
import { landingPort } from './landing'

/** The row that the address asks for. */
export interface Landing {
  id: string
  port: number
  /** Which visit of the address it belongs to. */
  visit: number
}

/** Returns the row of a component that the address asks for, as a new object whenever it is gone to; null without one. */
export function useLanding(component: string): Landing | null {
  const search = useAddressSearch()
  const visit = useVisit()
  const port = landingPort(search)
  return useMemo(
    () => (port === null ? null : { id: rowId(component, port), port, visit }),
    [component, port, visit],
  )
}
