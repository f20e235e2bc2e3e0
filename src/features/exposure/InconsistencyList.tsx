import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import { useTranslations } from 'use-intl'
import { EmptyNote } from '../../components/list/EmptyNote'
import { firstPort, type Inconsistency } from '../../domain/exposure/inconsistencies'
import { ListSkeletonRows } from './ListSkeletonRows'
import { WindowedList } from './WindowedList'
import classes from './lists.module.css'
import type { FoundInconsistency } from './reading/exposure'
import { AppOfRule, ComponentOfRule } from './rule-cells'

const columns = ['what', 'port', 'component', 'app'] as const

interface InconsistencyListProps {
  inconsistencies: readonly FoundInconsistency[]
  /** How many components were read, and whether further ones are being read. */
  read: number
  isReading: boolean
}

/** Settings that can't both be meant, each with what to do about it. */
export function InconsistencyList({ inconsistencies, read, isReading }: InconsistencyListProps) {
  const t = useTranslations('exposure')
  const tColumns = useTranslations('exposure.columns')
  if (inconsistencies.length === 0)
    return isReading ? (
      <ListSkeletonRows />
    ) : (
      <EmptyNote
        icon={<IconCircleCheck size={32} stroke={1.25} />}
        title={t(read > 0 ? 'inconsistencies.none' : 'inconsistencies.unread')}
        text={read > 0 ? t('inconsistencies.noneText', { read }) : t('empty.unreadText')}
        actions={null}
      />
    )
  return (
    <WindowedList
      label={t('sections.inconsistencies')}
      look="inconsistencies"
      columns={columns.map((id) => ({ id, heading: tColumns(id) }))}
      items={inconsistencies}
      cells={({ inconsistency, target }) => [
        <What key="what" inconsistency={inconsistency} />,
        <span key="port" className={classes['number']}>
          {firstPort(inconsistency)}
        </span>,
        <ComponentOfRule key="component" target={target} port={firstPort(inconsistency)} />,
        <AppOfRule key="app" app={target.app} />,
      ]}
    />
  )
}

function What({ inconsistency }: { inconsistency: Inconsistency }) {
  const words = useWords()(inconsistency)
  return (
    <span className={classes['what']}>
      <strong>{words.title}</strong>
      <span>{words.text}</span>
    </span>
  )
}

function useWords() {
  const t = useTranslations('exposure.inconsistencies')
  return (found: Inconsistency): { title: string; text: string } => {
    const { kind } = found
    switch (kind) {
      case 'rule-still-active':
        return { title: t(`${kind}.title`), text: t(`${kind}.text`, { rules: found.publicAddresses.length }) }
      case 'shared-alias':
        return {
          title: t(`${kind}.title`, { alias: found.alias }),
          text: t(`${kind}.text`, { ports: found.ports.join(', ') }),
        }
      case 'rule-without-port':
        return { title: t(`${kind}.title`), text: t(found.isOpen ? `${kind}.active` : `${kind}.closed`) }
      case 'external-without-address':
      case 'external-without-internal':
        return { title: t(`${kind}.title`), text: t(`${kind}.text`) }
    }
  }
}
