import { Button } from '@mantine/core'
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconMapOff from '@tabler/icons-react/icons/IconMapOff'
import IconTool from '@tabler/icons-react/icons/IconTool'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { recoversByItself } from '../../api/errors/recovery'
import { ErrorDetails } from '../../components/notes/ErrorDetails'
import { RetryButton } from '../../components/notes/ErrorNote'
import { ProblemPage } from '../../components/notes/ProblemPage'
import { useErrorWords } from '../../i18n/use-error-words'
import { visibleText } from '../../lib/text/clean-text'
import { linkPath, type LinkSegments, segmentsAbove } from './link/link'
import type { ScopeProblem } from './link/scope'

interface ScopeProblemNoteProps {
  problem: ScopeProblem
  segments: LinkSegments
  onRetry: () => void
}

const icons = {
  'not-found': IconMapOff,
  elsewhere: IconMapOff,
  maintenance: IconTool,
  'not-initialised': IconTool,
  forbidden: IconLock,
  failed: IconCloudOff,
} as const satisfies Record<ScopeProblem['reason'], unknown>

/** Says at which level a link fails and why, and links to the level above. */
export function ScopeProblemNote({ problem, segments, onRetry }: ScopeProblemNoteProps) {
  const t = useTranslations('scope')
  const tApp = useTranslations('app')
  const { level, reason } = problem
  const wait = reason === 'failed' ? (problem.error.retryAfter ?? 0) : 0
  return (
    <>
      <title>{tApp('title', { page: t(`levels.${level}`) })}</title>
      <ProblemPage
        icon={icons[reason]}
        title={useTitle(problem)}
        actions={
          <>
            <Link href={linkPath(segmentsAbove(segments, level))} state={{ shown: true }} asChild>
              <Button component="a" variant={reason === 'failed' ? 'default' : 'filled'}>
                {t(`wayOut.${level}`)}
              </Button>
            </Link>
            {reason === 'failed' ? (
              <RetryButton key={wait} waitSeconds={wait} onRetry={onRetry} />
            ) : (
              <Button onClick={onRetry}>{t('problem.again')}</Button>
            )}
          </>
        }
      >
        <ProblemText problem={problem} />
      </ProblemPage>
    </>
  )
}

function useTitle({ level, name, reason }: ScopeProblem): string {
  const t = useTranslations('scope.problem')
  const word = visibleText(name)
  switch (reason) {
    case 'not-found':
      return t(`notFound.${level}`, { word })
    case 'elsewhere':
      return t('elsewhere', { word })
    case 'maintenance':
      return t('maintenance', { word })
    case 'not-initialised':
      return t('notInitialised', { word })
    case 'forbidden':
      return t('forbidden', { word })
    case 'failed':
      return t(`failed.${level}`)
  }
}

function ProblemText({ problem }: { problem: ScopeProblem }) {
  const t = useTranslations('scope.problem')
  const words = useErrorWords()
  switch (problem.reason) {
    case 'not-found':
      return <p>{t('notFoundText')}</p>
    case 'elsewhere':
      return <p>{t('elsewhereText')}</p>
    case 'maintenance':
      return <p>{t('maintenanceText')}</p>
    case 'not-initialised':
      return <p>{t('notInitialisedText')}</p>
    case 'forbidden':
    case 'failed':
      return (
        <>
          <p>{words(problem.error).message}</p>
          <ErrorDetails
            problem={problem.error}
            isTriedAgain={problem.reason === 'failed' && recoversByItself(problem.error)}
          />
        </>
      )
  }
}
