import IconPlugOff from '@tabler/icons-react/icons/IconPlugOff'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { teamName } from '../../api/names'
import type { Team } from '../../api/contract/team'
import { EmptyNote } from '../../components/list/EmptyNote'
import { FreePort } from './FreePort'
import { ListSkeletonRows } from './ListSkeletonRows'
import { OtherTeamsNote } from './OtherTeamsNote'
import { WindowedList } from './WindowedList'
import classes from './lists.module.css'
import pageClasses from './exposure.module.css'
import type { NodePort } from './reading/exposure'
import { createOtherTeams } from './reading/other-teams'
import type { InventoryPlace } from '../inventory/reading/targets'
import { AppOfRule, ComponentOfRule } from './rule-cells'

const columns = ['number', 'protocol', 'state', 'component', 'port', 'app', 'team'] as const

interface NodePortsProps {
  place: InventoryPlace
  team: Team
  cluster: string
  own: readonly NodePort[]
  /** Whether this team's gateway rules have all been read. */
  isWhole: boolean
  isReading: boolean
}

/** The ports that TCP rules take on the gateway of the cluster, and whether one is free, as far as this person can see. */
export function NodePorts({ place, team, cluster, own, isWhole, isReading }: NodePortsProps) {
  const t = useTranslations('exposure.nodePorts')
  const tColumns = useTranslations('exposure.columns')
  const { others, state } = useOtherTeams(place)
  const taken = useMemo(
    () => [...own, ...state.nodePorts].sort((a, b) => a.number - b.number),
    [own, state.nodePorts],
  )
  return (
    <>
      <p className={pageClasses['explained']}>{t('explained', { cluster })}</p>
      <FreePort taken={taken} isWhole={isWhole && state.phase === 'done' && state.failures.length === 0} />
      <OtherTeamsNote state={state} others={others} />
      {taken.length > 0 ? (
        <WindowedList
          label={t('name')}
          look="nodePorts"
          columns={columns.map((id) => ({ id, heading: tColumns(id) }))}
          items={taken}
          cells={(nodePort) => [
            <strong key="number" className={classes['number']}>
              {nodePort.number}
            </strong>,
            <span key="protocol">{nodePort.rule.protocol}</span>,
            <span key="state" className={nodePort.rule.open ? classes['open'] : classes['muted']}>
              {t(nodePort.rule.open ? 'active' : 'kept')}
            </span>,
            <ComponentOfRule key="component" target={nodePort.target} port={nodePort.rule.port} />,
            <span key="port" className={classes['number']}>
              {nodePort.rule.port}
            </span>,
            <AppOfRule key="app" app={nodePort.app} />,
            <bdi key="team">{teamName(nodePort.team ?? team)}</bdi>,
          ]}
        />
      ) : isReading ? (
        <ListSkeletonRows />
      ) : (
        <EmptyNote
          icon={<IconPlugOff size={32} stroke={1.25} />}
          title={t('none')}
          text={t('noneText')}
          actions={null}
        />
      )}
    </>
  )
}

/** Returns what reads the node ports of the person's other teams on the cluster of a place. Leaving the page stops it. */
function useOtherTeams(place: InventoryPlace) {
  const client = useQueryClient()
  const others = useMemo(() => createOtherTeams(client, place), [client, place])
  useEffect(() => others.stop, [others])
  return { others, state: useSyncExternalStore(others.subscribe, others.state) }
}
