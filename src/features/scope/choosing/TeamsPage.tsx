import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import { teamsQuery } from '../../../api/resources/teams'
import { CellText } from '../../../components/list/ListCells'
import type { ListItem, ListMark } from '../../../components/list/list-item'
import { choicePath } from '../link/link'
import { useScope } from '../use-scope'
import { ChoosePage } from './ChoosePage'
import { teamChoice } from './choices'

/** Lists the teams of the person, with what the roles in them allow where that is less than everything. */
export function TeamsPage() {
  const t = useTranslations('scope')
  const tList = useTranslations('choosing')
  const scope = useScope()
  const list = useQuery(teamsQuery())
  const failure = useReadFailure(teamsQuery().queryKey, list)

  const columns = useMemo(
    () => [
      { id: 'name', heading: t('levels.team'), width: 'minmax(0, 3fr)' },
      { id: 'id', heading: tList('columns.id'), width: 'minmax(0, 2fr)' },
    ],
    [t, tList],
  )

  const items = useMemo(() => {
    const readOnly: ListMark = {
      id: 'read-only',
      label: tList('team.readOnly'),
      tone: 'plain',
      title: tList('team.readOnlyTitle'),
    }
    return list.data?.map((team): ListItem => ({
      ...teamChoice(team),
      href: choicePath({}, 'team', team.tenant_name),
      marks: team.read_only === true ? [readOnly] : [],
      cells: [
        <CellText key="id" look="code">
          {team.tenant_name}
        </CellText>,
      ],
    }))
  }, [list.data, tList])

  return (
    <ChoosePage level="team" scope={scope} list={list} failure={failure} columns={columns} items={items} />
  )
}
