import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { ApiError } from '../../api/errors/errors'
import { stopsAll } from '../../api/rests'
import { joinSentences } from '../../i18n/join-sentences'
import { inOneText, useErrorWords } from '../../i18n/use-error-words'
import { visibleText } from '../../lib/text/clean-text'
import type { FoundGroup } from './entries/found-groups'
import type { PortCandidates } from './entries/port-candidates'
import classes from './palette.module.css'
import type { ReadFailure, ReadingState, Subject } from './reading/place-reader'

interface PaletteStatusProps {
  reading: ReadingState
  groups: readonly FoundGroup[]
  searched: string
  /** The components whose ports may be searched for; null where no port is. */
  candidates: PortCandidates | null
  /** Whether anything has been looked for yet. */
  isReady: boolean
  isEnterKept: boolean
  onRetry: () => void
}

/** What is being read, what couldn't be, and what to do where nothing was found. */
export function PaletteStatus(props: PaletteStatusProps) {
  const { reading, groups, searched, candidates, isReady, isEnterKept, onRetry } = props
  const t = useTranslations('palette')
  const list = useNames()
  const [first] = reading.open
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const isNothing = isReady && groups.length === 0 && !first
  const isPartly = reading.failures.length > 0
  const isLimited = candidates !== null && candidates.total > candidates.components.length

  return (
    <div className={classes['foot']}>
      {isNothing && (
        <div className={classes['none']}>
          <p>{t(isPartly ? 'nonePartly' : 'none', { typed: visibleText(searched) })}</p>
          <p className={classes['hint']}>{t('hint')}</p>
        </div>
      )}
      {isLimited && (
        <p className={classes['hint']}>
          {t('limited', { searched: String(candidates.components.length), total: candidates.total })}
        </p>
      )}
      {isPartly && (
        <div className={classes['failures']} role="alert">
          <Failures failures={reading.failures} />
          <Button size="xs" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
      <p className={classes['status']} role="status">
        {first
          ? joinSentences([
              isEnterKept ? t('opening') : undefined,
              t(`reading.${first.kind}`, { names: list(reading.open, first.kind) }),
            ])
          : isReady && t(isPartly ? 'foundPartly' : 'found', { total })}
      </p>
    </div>
  )
}

const kinds = ['teams', 'regions', 'apps', 'components', 'ports'] as const

function Failures({ failures }: { failures: readonly ReadFailure[] }) {
  const t = useTranslations('palette.failed')
  const reasonOf = useReasons()
  const list = useNames()
  const subjects = failures.map(({ subject }) => subject)
  const first = kinds.flatMap((kind) => failures.find(({ subject }) => subject.kind === kind) ?? [])
  const reasons = first.map(({ error }) => reasonOf(error))
  return (
    <ul>
      {first.map(({ subject: { kind } }, at) => (
        <li key={kind}>
          <strong>{t(kind, { names: list(subjects, kind) })}</strong>
          {/* What one reason stopped is followed by it once. */}
          {reasons[at] !== reasons[at + 1] && <span>{reasons[at]}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Returns a function that says why something couldn't be read, and whether that is tried again without being asked. */
function useReasons() {
  const words = useErrorWords()
  const t = useTranslations('errors')
  return (error: ApiError) => {
    const isTriedAgain = stopsAll(error) && error.kind !== 'unauthenticated'
    return joinSentences([inOneText(words(error)), isTriedAgain ? t('triedAgain') : undefined])
  }
}

/** So many names are said; the others are counted. */
const mostNames = 3

/** Returns a function that names what is read of one kind. */
function useNames() {
  const t = useTranslations('palette')
  return (subjects: readonly Subject[], kind: Subject['kind']) => {
    const names = subjects.filter((subject) => subject.kind === kind).map(({ name }) => name)
    const rest = names.length - mostNames
    const said = names.slice(0, mostNames).join(t('comma'))
    return rest > 0 ? t('andMore', { names: said, rest }) : said
  }
}
