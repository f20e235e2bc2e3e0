import { Checkbox } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Difference } from '../../../../domain/model/diff'
import { visibleText } from '../../../../lib/text/clean-text'
import type { ReviewPart } from '../../engine/stores/review'
import { componentOf } from '../../engine/target'
import { placeName } from '../../words/place-name'
import classes from './many.module.css'
import { type PortFacts, portFacts } from './part-facts'
import type { LeaveOut } from './ReviewGroup'

interface GroupPortsProps {
  part: ReviewPart
  onLeaveOut: LeaveOut | null
}

/** The ports of a component that are to be changed: each can be left out, and says what it was and will be. */
export function GroupPorts({ part, onLeaveOut }: GroupPortsProps) {
  const t = useTranslations('review')
  const component = placeName(part.target)
  const ports = portFacts(part)
  if (ports.length === 0) return null

  function handleChange({ port, isLeftOut }: PortFacts) {
    const left = ports.filter((one) => one.isLeftOut).map((one) => one.port)
    const next = isLeftOut ? left.filter((one) => one !== port) : [...left, port]
    onLeaveOut?.(componentOf(part.target), new Set(next))
  }

  return (
    <section>
      <h3 className={classes['title']}>{t('ports')}</h3>
      <ul className={classes['ports']}>
        {ports.map((facts) => (
          <li key={facts.port} data-kind={facts.isLeftOut ? 'left-out' : undefined}>
            {onLeaveOut && (
              <Checkbox
                aria-label={t('includePort', { port: String(facts.port), component })}
                checked={!facts.isLeftOut}
                onChange={() => handleChange(facts)}
              />
            )}
            <span className={classes['name']}>{t('port', { port: String(facts.port) })}</span>
            <span className={classes['facts']}>
              <PortChanges facts={facts} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PortChanges({ facts: { isLeftOut, changes, steps } }: { facts: PortFacts }) {
  const t = useTranslations('review')
  const tPlan = useTranslations('plan.notices')
  if (isLeftOut) return <span>{t('leftOut')}</span>
  if (steps === 0) return <span>{t('noChange')}</span>
  return (
    <>
      {changes.map((change) => (
        <span key={JSON.stringify(change)}>{visibleText(words(change))}</span>
      ))}
      <span>{t('steps', { steps })}</span>
    </>
  )

  function words(change: Difference): string {
    switch (change.kind) {
      case 'port-added':
        return t('added')
      case 'port-removed':
        return t('deleted')
      case 'field': {
        const { field, before, after } = change
        return `${t(`fields.${field}`)}: ${tPlan('oldNew', { before: valueOf(before), after: valueOf(after) })}`
      }
      case 'gateway-rule-added':
      case 'gateway-rule-opened':
        return `${change.publicAddress}: ${t('open')}`
      case 'gateway-rule-removed':
      case 'gateway-rule-closed':
        return `${change.publicAddress}: ${t('closed')}`
      case 'internal-domain':
        return ''
    }
  }

  function valueOf(value: string | boolean): string {
    if (typeof value === 'string') return value
    return t(value ? 'open' : 'closed')
  }
}
