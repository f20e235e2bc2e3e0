import { Button } from '@mantine/core'
import IconListDetails from '@tabler/icons-react/icons/IconListDetails'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { allPortsPath, type LinkSegments } from './link/link'
import type { PageName } from './link/paths'

interface AllPortsLinkProps {
  /** The link to a cluster, or to an app in it. Where it names neither, nothing is shown. */
  segments: LinkSegments
  page: PageName
  /** In the bar, where little room is, or on a list. */
  place: 'bar' | 'sheet' | 'list'
}

/** Leads to the ports of all components of a cluster or an app. */
export function AllPortsLink({ segments, page, place }: AllPortsLinkProps) {
  const t = useTranslations('scope')
  const path = allPortsPath(segments)
  const level = segments.app === undefined ? 'region' : 'app'
  const isHere = page === (level === 'region' ? 'clusterPorts' : 'appPorts')
  if (path === null) return null
  return (
    <Link href={path} asChild>
      <Button
        component="a"
        variant={place === 'bar' ? 'subtle' : 'default'}
        aria-current={isHere ? 'page' : undefined}
        leftSection={<IconListDetails size={16} stroke={1.75} />}
      >
        <span data-place={place}>{place === 'list' ? t(`allPortsIn.${level}`) : t('allPorts')}</span>
      </Button>
    </Link>
  )
}
