import { Tabs } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { regionName } from '../../api/names'
import type { Team } from '../../api/contract/team'
import { Page } from '../../components/page/Page'
import { PageHead } from '../../components/page/PageHead'
import { RefreshButton } from '../../components/page/RefreshButton'
import { type Command, useCommands } from '../../lib/commands'
import { FailedParts } from '../inventory/FailedParts'
import { ReadingProgress } from '../inventory/ReadingProgress'
import type { InventoryPlace } from '../inventory/reading/targets'
import { InconsistencyList } from './InconsistencyList'
import { NodePorts } from './NodePorts'
import { OpenAddresses } from './OpenAddresses'
import classes from './exposure.module.css'
import { useExposure } from './use-exposure'
import { type Section, sections, useExposureView } from './use-exposure-view'

interface ExposurePageProps {
  /** The same object while it is the same place. */
  place: InventoryPlace
  team: Team
  /** The page of all ports in the cluster. */
  allPortsPath: string
}

/** What is open at the gateway of a cluster, what is inconsistent about it, and which node ports are taken. */
export function ExposurePage({ place, team, allPortsPath }: ExposurePageProps) {
  const t = useTranslations('exposure')
  const { reader, state, exposure } = useExposure(place)
  const { section, choice, deferredChoice, open, choose } = useExposureView()
  const { apps, components, phase } = state
  const isReading = phase === 'reading' || phase === 'resting'
  const hasAllRules = state.isListed && apps.read === apps.total
  const isReadingRules = isReading && (apps.total === 0 || apps.read + apps.failed < apps.total)
  useCommands([
    { id: 'refresh', group: 'view', name: t('refresh'), run: reader.refresh },
    ...sections.map((each): Command => {
      return { id: each, group: 'view', name: t(`sections.${each}`), run: () => open(each) }
    }),
  ])
  const counts: Record<Section, number> = {
    addresses: exposure.addresses.length,
    inconsistencies: exposure.inconsistencies.length,
    'node-ports': exposure.nodePorts.length,
  }
  return (
    <Page>
      <PageHead title={t('title')}>
        <Link href={allPortsPath}>{t('allPorts')}</Link>
        <RefreshButton label={t('refresh')} isBusy={isReading} onClick={reader.refresh} />
      </PageHead>
      <Tabs
        value={section}
        onChange={(value) => open(sections.find((each) => each === value) ?? 'addresses')}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('sections.name')}>
          {sections.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              className={classes['tab'] ?? ''}
              rightSection={
                <span className={classes['count']}>{t('sections.count', { count: counts[each] })}</span>
              }
            >
              {t(`sections.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes['reading']}>
          <ReadingProgress
            state={state}
            reader={reader}
            of={section === 'inconsistencies' ? 'components' : 'apps'}
          />
          <FailedParts failures={state.failures} isBusy={isReading} reader={reader} />
        </div>
        <Tabs.Panel value="addresses" className={classes['panel']}>
          <OpenAddresses
            addresses={exposure.addresses}
            isReading={isReadingRules}
            isWhole={hasAllRules}
            choice={choice}
            deferredChoice={deferredChoice}
            onChoose={choose}
          />
        </Tabs.Panel>
        <Tabs.Panel value="inconsistencies" className={classes['panel']}>
          <InconsistencyList
            inconsistencies={exposure.inconsistencies}
            read={components.read}
            isReading={isReading}
          />
        </Tabs.Panel>
        <Tabs.Panel value="node-ports" className={classes['panel']}>
          <NodePorts
            place={place}
            team={team}
            cluster={regionName(place.region)}
            own={exposure.nodePorts}
            isWhole={hasAllRules}
            isReading={isReadingRules}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
