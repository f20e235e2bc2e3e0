import { useState } from 'react'
import { lazyPart } from '../components/lazy-part'
import { useAddress } from '../lib/navigation/navigation-guard'
import { isPortsPath } from './routes'

const NoticeRegion = lazyPart(() =>
  import('../features/change/notices/shown/NoticeRegion').then((module) => module.NoticeRegion),
)

/** The outcomes of changes, from the first page on where something can be changed. */
export function PageNotices() {
  const { path } = useAddress()
  const [isNeeded, setIsNeeded] = useState(false)
  if (!isNeeded && isPortsPath(path)) setIsNeeded(true)
  return isNeeded ? <NoticeRegion /> : null
}
