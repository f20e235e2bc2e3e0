import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { recoversByItself } from '../../api/errors/recovery'
import { Button } from '../../components/Button'
import { ErrorNote } from '../../components/notes/ErrorNote'
import { visibleText } from '../../lib/text/clean-text'
import { linkPath, type LinkWords, wordsAbove } from './link/link'
import type { ScopeProblem } from './link/scope'
import classes from './scope.module.css'

interface ScopeProblemNoteProps {
  problem: ScopeProblem
  words: LinkWords
  onRetry: () => void
}

/** Says at which level a link does not lead on, and offers the way out to the level above. */
export function ScopeProblemNote({ problem, words, onRetry }: ScopeProblemNoteProps) {
  const t = useTranslations('scope')
  const tApp = useTranslations('app')
  return (
    <section className={classes['problem']}>
      <title>{tApp('title', { page: t(`levels.${problem.level}`) })}</title>
      <ProblemWords problem={problem} onRetry={onRetry} />
      <div className={classes['ways']}>
        <Link href={linkPath(wordsAbove(words, problem.level))} state={{ shown: true }}>
          {t(`wayOut.${problem.level}`)}
        </Link>
        {problem.reason !== 'failed' && <Button onClick={onRetry}>{t('problem.again')}</Button>}
      </div>
    </section>
  )
}

function ProblemWords({ problem, onRetry }: Omit<ScopeProblemNoteProps, 'words'>) {
  const t = useTranslations('scope.problem')
  const { level } = problem
  const word = visibleText(problem.word)
  switch (problem.reason) {
    case 'not-found':
      return <Plain title={t(`notFound.${level}`, { word })} text={t('notFoundText')} />
    case 'elsewhere':
      return <Plain title={t('elsewhere', { word })} text={t('elsewhereText')} />
    case 'maintenance':
      return <Plain title={t('maintenance', { word })} text={t('maintenanceText')} />
    case 'not-initialised':
      return <Plain title={t('notInitialised', { word })} text={t('notInitialisedText')} />
    case 'forbidden':
      return <ErrorNote title={t('forbidden', { word })} problem={problem.error} />
    case 'failed':
      return (
        <ErrorNote
          title={t(`failed.${level}`)}
          problem={problem.error}
          onRetry={onRetry}
          isTriedAgain={recoversByItself(problem.error)}
        />
      )
  }
}

function Plain({ title, text }: { title: string; text: string }) {
  return (
    <div role="alert">
      <h1 className={classes['heading']}>{title}</h1>
      <p className={classes['text']}>{text}</p>
    </div>
  )
}
