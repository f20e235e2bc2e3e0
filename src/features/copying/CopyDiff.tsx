import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { WindowedList } from '../../components/list/WindowedList'
import { placeName } from '../change/words/place-name'
import { diffItems, leftAloneItems } from '../sheets/comparing/diff-items'
import { DiffCounts } from '../sheets/comparing/DiffCounts'
import { DiffRow } from '../sheets/comparing/DiffRow'
import { FoldedList } from '../sheets/comparing/FoldedList'
import comparingClasses from '../sheets/comparing/comparing.module.css'
import type { LeftItem } from './copy-items'
import classes from './copying.module.css'
import type { ComparedCopy } from './compared-copy'

/** What a copy changes, cell by cell, what stays behind and why, and what is left alone. */
export function CopyDiff({ compared }: { compared: ComparedCopy }) {
  const t = useTranslations('copying')
  const tSheets = useTranslations('sheets.diff')
  const { comparison, targets, sources, left, partly, untouched } = compared
  const differences = useMemo(() => diffItems(comparison, targets), [comparison, targets])
  const onlyThere = useMemo(() => leftAloneItems(comparison, targets), [comparison, targets])
  const nothing = comparison.counts.same > 0 ? t('nothing') : t('nothingMatches')

  function noteOf({ componentId }: { componentId: string }): string | null {
    const [from, to] = [sources.get(componentId), targets.get(componentId)]
    if (!from || !to || placeName(from) === placeName(to)) return null
    return t('fromComponent', { component: placeName(from) })
  }

  return (
    <>
      <DiffCounts counts={comparison.counts} nothing={nothing} />
      {differences.length > 0 && (
        <WindowedList items={differences} label={tSheets('list')} itemHeightPx={40}>
          {(item) => <DiffRow item={item} noteOf={noteOf} />}
        </WindowedList>
      )}
      <FoldedList
        title={t('notCopied', { ports: left.ports })}
        label={t('notCopiedList')}
        items={left.items}
        isOpenAtFirst
      >
        {(item) => <LeftRow item={item} />}
      </FoldedList>
      <FoldedList
        title={t('partly', { ports: partly.ports })}
        label={t('partlyList')}
        items={partly.items}
        isOpenAtFirst
      >
        {(item) => <LeftRow item={item} />}
      </FoldedList>
      <FoldedList
        title={t('onlyThere', { ports: comparison.counts.leftAlone })}
        label={t('onlyThereList')}
        items={onlyThere}
      >
        {(item) => <DiffRow item={item} />}
      </FoldedList>
      <FoldedList
        title={t('untouched', { components: untouched.length })}
        label={t('untouchedList')}
        items={untouched}
      >
        {({ target }) => (
          <div className={comparingClasses['port']}>
            <span>{placeName(target)}</span>
          </div>
        )}
      </FoldedList>
    </>
  )
}

function LeftRow({ item: { source, ports, problem } }: { item: LeftItem }) {
  const t = useTranslations('copying.problems')
  return (
    <div className={comparingClasses['port']}>
      <span className={comparingClasses['name']}>{placeName(source.target)}</span>
      <span className={classes['ports']}>{ports.join(', ')}</span>
      <span className={classes['problem']}>{t(problem)}</span>
    </div>
  )
}
