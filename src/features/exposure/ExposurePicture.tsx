import { Button } from '@mantine/core'
import { type CSSProperties, useState } from 'react'
import { useTranslations } from 'use-intl'
import classes from './picture.module.css'
import type { Cell, Choice, Picture } from './reading/chosen'

/** So many apps are shown at first. */
const fewApps = 8

interface ExposurePictureProps {
  picture: Picture
  choice: Choice
  onChoose: (change: Partial<Choice>) => void
}

/**
 * How many addresses are open, by app and protocol: the more, the darker. A press on a number, a protocol or an app leaves
 * those in the list below; another press shows all again.
 */
export function ExposurePicture({ picture, choice, onChoose }: ExposurePictureProps) {
  const t = useTranslations('exposure.picture')
  const [isWhole, setIsWhole] = useState(false)
  const { protocols, apps } = picture
  const most = Math.max(
    ...apps.flatMap(({ byProtocol }) => [...byProtocol.values()].map(({ count }) => count)),
  )
  const shown = isWhole ? apps : apps.slice(0, fewApps)

  const choose = (app: number | null, protocol: string | null) => {
    const isChosen = choice.app === app && choice.protocol === protocol
    onChoose(isChosen ? { app: null, protocol: null } : { app, protocol })
  }
  const isChosen = (app: number | null, protocol: string | null) =>
    choice.app === app && choice.protocol === protocol

  return (
    <div className={classes['frame']}>
      <table className={classes['picture']} aria-label={t('name')}>
        <thead>
          <tr>
            <th scope="col">{t('app')}</th>
            {protocols.map(({ protocol, total }) => (
              <th key={protocol} scope="col">
                <button
                  type="button"
                  aria-pressed={isChosen(null, protocol)}
                  aria-label={t('column', { protocol, ...total })}
                  onClick={() => choose(null, protocol)}
                >
                  {protocol}
                </button>
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, total, byProtocol }) => (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  className={classes['app']}
                  aria-pressed={isChosen(id, null)}
                  aria-label={t('appRow', { app: name, ...total })}
                  title={name}
                  onClick={() => choose(id, null)}
                >
                  <bdi>{name}</bdi>
                </button>
              </th>
              {protocols.map(({ protocol }) => {
                const cell = byProtocol.get(protocol)
                return (
                  <td key={protocol}>
                    {cell && (
                      <button
                        type="button"
                        className={classes['cell']}
                        style={shadeOf(cell, most)}
                        data-risky={cell.risky > 0 || undefined}
                        aria-pressed={isChosen(id, protocol)}
                        aria-label={t('cell', { app: name, protocol, ...cell })}
                        onClick={() => choose(id, protocol)}
                      >
                        {cell.count}
                      </button>
                    )}
                  </td>
                )
              })}
              <td className={classes['total']}>{total.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {apps.length > fewApps && (
        <Button size="xs" variant="subtle" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('more', { apps: apps.length })}
        </Button>
      )}
    </div>
  )
}

/** Returns how dark a cell is, from 0 to 1: by the logarithm, so that one crowded app leaves the others apart. */
function shadeOf({ count }: Cell, most: number): CSSProperties & Record<'--shade', number> {
  return { '--shade': most <= 1 ? 0 : Math.log(count) / Math.log(most) }
}
