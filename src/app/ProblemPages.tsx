import { Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCloudDownload from '@tabler/icons-react/icons/IconCloudDownload'
import IconMapOff from '@tabler/icons-react/icons/IconMapOff'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { ProblemPage } from '../components/notes/ProblemPage'
import { pagePaths } from '../features/scope/link/paths'

/** Shown when a page throws, which is a bug of ours. */
export function BrokenPage({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations('app.broken')
  return (
    <ProblemPage
      icon={IconAlertTriangle}
      title={t('title')}
      actions={
        <Button variant="filled" onClick={onAgain}>
          {t('again')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ProblemPage>
  )
}

/** Shown when a page's code can't be fetched, most likely because a new release has replaced it. */
export function StalePage() {
  const t = useTranslations('app.stale')
  return (
    <ProblemPage
      icon={IconCloudDownload}
      title={t('title')}
      actions={
        <Button variant="filled" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ProblemPage>
  )
}

/** Shown for an address without a page. */
export function NotFoundPage() {
  const t = useTranslations('app.notFound')
  const tApp = useTranslations('app')
  return (
    <>
      <title>{tApp('title', { page: t('title') })}</title>
      <ProblemPage
        icon={IconMapOff}
        title={t('title')}
        isAlert={false}
        actions={
          <Link href={pagePaths.teams} asChild>
            <Button component="a" variant="filled">
              {t('home')}
            </Button>
          </Link>
        }
      >
        <p>{t('text')}</p>
      </ProblemPage>
    </>
  )
}
