import { useTranslations } from 'use-intl'
import { useErrorWords } from '../../../../i18n/use-error-words'
import { placeName } from '../../words/place-name'
import { useUnreachableWords } from '../../words/refusal-words'
import type { ListItem } from './list-items'
import classes from './many.module.css'

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
