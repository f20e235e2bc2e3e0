import { Button } from '@mantine/core'
import IconListDetails from '@tabler/icons-react/icons/IconListDetails'
import IconDoorEnter from '@tabler/icons-react/icons/IconDoorEnter'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { allPortsPath, exposurePath, type LinkSegments } from './link/link'
import type { PageName } from './link/paths'

interface SideLinksProps {
  /** The link to a cluster, or to an app in it. Where it names neither, nothing is shown. */
  segments: LinkSegments
  page: PageName
  /** In the bar, where little room is, or on a list. */
  place: 'bar' | 'sheet' | 'list'
}

/** Lead to the pages about all components of a cluster or an app. */
export function SideLinks({ segments, page, place }: SideLinksProps) {
  const t = useTranslations('scope')
  const level = segments.app === undefined ? 'region' : 'app'
  const links = [
    {
      path: allPortsPath(segments),
      isHere: page === (level === 'region' ? 'clusterPorts' : 'appPorts'),
      Icon: IconListDetails,
      label: place === 'list' ? t(`allPortsIn.${level}`) : t('allPorts'),
    },
    {
      path: level === 'region' ? exposurePath(segments) : null,
      isHere: page === 'exposure',
      Icon: IconDoorEnter,
      label: t('exposure'),
    },
  ]
  return links.map(
    ({ path, isHere, Icon, label }) =>
      path !== null && (
        <Link key={path} href={path} asChild>
          <Button
            component="a"
            variant={place === 'bar' ? 'subtle' : 'default'}
            aria-current={isHere ? 'page' : undefined}
            leftSection={<Icon size={16} stroke={1.75} />}
          >
            <span data-place={place}>{label}</span>
          </Button>
        </Link>
      ),
  )
}
