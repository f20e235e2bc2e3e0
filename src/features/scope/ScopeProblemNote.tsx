import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { recoversByItself } from '../../api/errors/recovery'
import { ErrorNote } from '../../components/notes/ErrorNote'
import { visibleText } from '../../lib/text/clean-text'
import { linkPath, type LinkSegments, segmentsAbove } from './link/link'
import type { ScopeProblem } from './link/scope'
import classes from './scope.module.css'

interface ScopeProblemNoteProps {
  problem: ScopeProblem
  segments: LinkSegments
  onRetry: () => void
}

/** Says at which level a link fails and why, and links to the level above. */
export function ScopeProblemNote({ problem, segments, onRetry }: ScopeProblemNoteProps) {
  const t = useTranslations('scope')
  const tApp = useTranslations('app')
  return (
    <section className={classes['problem']}>
      <title>{tApp('title', { page: t(`levels.${problem.level}`) })}</title>
      <ProblemText problem={problem} onRetry={onRetry} />
      <div className={classes['ways']}>
        <Link href={linkPath(segmentsAbove(segments, problem.level))} state={{ shown: true }}>
          {t(`wayOut.${problem.level}`)}
        </Link>
        {problem.reason !== 'failed' && <Button onClick={onRetry}>{t('problem.again')}</Button>}
      </div>
    </section>
  )
}

function ProblemText({ problem, onRetry }: Omit<ScopeProblemNoteProps, 'segments'>) {
  const t = useTranslations('scope.problem')
  const { level } = problem
  const word = visibleText(problem.name)
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
