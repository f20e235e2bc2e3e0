import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../../../api/names'
import { useErrorWords } from '../../../../i18n/use-error-words'
import type { Target } from '../../engine/target'
import { useUnreachableWords } from '../../words/refusal-words'
import type { ListItem } from './list-items'
import classes from './many.module.css'

/** A component as people tell it from others: with its app. */
export function placeName({ app, component }: Target): string {
  return `${appName(app)} / ${componentName(component)}`
}

/** What was asked for and has no plan: a heading, or a component with its ports and the reason. */
export function UnplannedItem({ item }: { item: Exclude<ListItem, { kind: 'part' }> }) {
  const t = useTranslations('review')
  const unreachableWords = useUnreachableWords()
  const errorWords = useErrorWords()
  if (item.kind === 'heading') {
    const { components, ports } = item
    return (
      <h3 className={classes['heading']}>
        {item.id === 'as-desired' ? t('asDesired', { components, ports }) : t('unreachable', { components })}
      </h3>
    )
  }
  const { ports } = item
  const target = item.kind === 'as-desired' ? item.target : item.none.target
  return (
    <div className={classes['unplanned']}>
      <span>{placeName(target)}</span>
      {ports.length > 0 && (
        <span className={classes['aside']}>
          {t('portList', { ports: ports.length, list: ports.join(', ') })}
        </span>
      )}
      {item.kind === 'unreachable' && <span className={classes['why']}>{why(item.none)}</span>}
    </div>
  )

  function why(none: Extract<typeof item, { kind: 'unreachable' }>['none']): string {
    return none.kind === 'unreachable' ? unreachableWords(none.why) : errorWords(none.error).message
  }
}
