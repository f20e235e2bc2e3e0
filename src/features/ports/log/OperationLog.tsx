import { Button } from '@mantine/core'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Component } from '../../../api/contract/component'
import type { ApiError } from '../../../api/errors/errors'
import { recoversByItself } from '../../../api/errors/recovery'
import { componentName } from '../../../api/names'
import type { ComponentRef } from '../../../api/paths'
import { IconButton } from '../../../components/IconButton'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { Drawer } from '../../../components/overlay/Drawer'
import { isUnfinished } from '../../../domain/model/component'
import { useLanguage } from '../../../i18n/LanguageProvider'
import { dayName, logDays } from './log-days'
import { OperationLogEntry } from './OperationLogEntry'
import classes from './operation-log.module.css'
import { useOperationLog } from './use-operation-log'

interface OperationLogProps {
  /** Ids, like query keys. */
  componentRef: ComponentRef
  component: Component
  onClose: () => void
}

/** A drawer with the operations on a component that its cluster has on record. */
export function OperationLog({ componentRef, component, onClose }: OperationLogProps) {
  const t = useTranslations('log')
  const { language } = useLanguage()
  const id = useId()
  const log = useOperationLog(componentRef)
  const { page, pages, events, error, isReading, readAt, setPage, readAgain } = log
  return (
    <Drawer title={t('title', { component: componentName(component) })} onClose={onClose}>
      <div className={classes['bar']}>
        <IconButton label={t('refresh')} aria-busy={isReading || undefined} onClick={readAgain}>
          <IconRefresh size={18} stroke={1.75} />
        </IconButton>
        {pages > 1 && <LogPages page={page} pages={pages} onPage={setPage} />}
      </div>
      {events && error && <p className={classes['old']}>{t('old')}</p>}
      {error ? (
        !events && (
          <ErrorNote
            title={t(isMissingRoute(error) ? 'missing' : 'failed')}
            isSaidByTitle={isMissingRoute(error)}
            problem={isMissingRoute(error) ? { kind: error.kind, requestId: error.requestId } : error}
            onRetry={readAgain}
            isTriedAgain={recoversByItself(error)}
          />
        )
      ) : (
        <p className={classes['loading']} role="status">
          {!events && t('loading')}
        </p>
      )}
      {events?.length === 0 && (
        <p className={classes['empty']}>
          {t(isUnfinished(component) ? 'unfinished' : pages > 1 ? 'emptyPage' : 'empty')}
        </p>
      )}
      {events && events.length > 0 && (
        <div className={classes['days']} aria-busy={isReading || undefined}>
          {logDays(events).map(({ at, events: ofDay }) => {
            const name = at === null ? t('noTime') : dayName(at, readAt, language)
            return (
              <section key={ofDay[0]?.event_id}>
                <h3 id={`${id}-${String(at)}`} className={classes['day']}>
                  {name}
                </h3>
                <ol className={classes['list']} aria-labelledby={`${id}-${String(at)}`}>
                  {ofDay.map((event) => (
                    <OperationLogEntry key={event.event_id} event={event} now={readAt} />
                  ))}
                </ol>
              </section>
            )
          })}
        </div>
      )}
    </Drawer>
  )
}

// Rainbond names a missing component, but says nothing about a missing route (docs/contract.md, "Shapes").
function isMissingRoute({ kind, code, msg }: ApiError): boolean {
  return kind === 'not-found' && code === undefined && msg === undefined
}

interface LogPagesProps {
  /** Counted from 1, the newest. */
  page: number
  pages: number
  onPage: (page: number) => void
}

/** The current page of the log, with buttons to its neighbours. */
function LogPages({ page, pages, onPage }: LogPagesProps) {
  const t = useTranslations('log')
  return (
    <nav className={classes['pages']} aria-label={t('pages')}>
      <Button
        aria-disabled={page === 1 || undefined}
        onClick={() => {
          if (page > 1) onPage(page - 1)
        }}
      >
        {t('newer')}
      </Button>
      <span>{t('page', { page: String(page), pages: String(pages) })}</span>
      <Button
        aria-disabled={page === pages || undefined}
        onClick={() => {
          if (page < pages) onPage(page + 1)
        }}
      >
        {t('older')}
      </Button>
    </nav>
  )
}
