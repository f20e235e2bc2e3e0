import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { teamName } from '../../api/names'
import { useErrorWords } from '../../i18n/use-error-words'
import classes from './exposure.module.css'
import type { OtherTeams, OtherTeamsState } from './reading/other-teams'

interface OtherTeamsNoteProps {
  state: OtherTeamsState
  others: OtherTeams
}

/** Whether the person's other teams on the cluster have been read, and what reads them. */
export function OtherTeamsNote({ state, others }: OtherTeamsNoteProps) {
  const t = useTranslations('exposure.nodePorts.others')
  const words = useErrorWords()
  const { phase, teams, failures, listError } = state
  const isReading = phase === 'reading'
  const isWhole = phase === 'done' && failures.length === 0
  return (
    <div className={classes['note']}>
      <div role="status" aria-busy={isReading || undefined}>
        {isReading && <p>{teams ? t('reading', teams) : t('listing')}</p>}
        {isWhole && <p>{t('done')}</p>}
        {!isReading && !isWhole && <p>{t('unread')}</p>}
        {listError && (
          <p className={classes['problem']}>{`${t('listFailed')} ${words(listError).message}`}</p>
        )}
        {failures.map(({ team, error }) => (
          <p key={team.tenant_id} className={classes['problem']}>
            {`${t('failed', { team: teamName(team) })} ${words(error).message}`}
          </p>
        ))}
      </div>
      {isReading ? (
        <Button size="xs" onClick={others.stop}>
          {t('stop')}
        </Button>
      ) : (
        !isWhole && (
          <Button size="xs" onClick={others.start}>
            {t(failures.length > 0 || listError ? 'retry' : phase === 'stopped' ? 'resume' : 'read')}
          </Button>
        )
      )}
    </div>
  )
}
