import { useLocale, useTranslations } from 'use-intl'
import classes from '../session.module.css'

/** Lists the steps to an access token, with the labels of Rainbond's own console. */
export function HowToGetToken({ console: address }: { console: string | null }) {
  const t = useTranslations('signIn.how')
  return (
    <section className={classes['how']}>
      <h2>{t('title')}</h2>
      {/* Remounted for another language: React can't update text beside elements once a browser has translated the page. */}
      <ol key={useLocale()}>
        <li>
          {address === null
            ? t('openUnknown')
            : t.rich('open', {
                console: address.replace(/^https?:\/\//, ''),
                link: (host) => (
                  <a href={address} target="_blank" rel="noreferrer">
                    {host}
                  </a>
                ),
              })}
        </li>
        <li>{t.rich('where', { b: (words) => <strong>{words}</strong> })}</li>
        <li>{t('copy')}</li>
      </ol>
    </section>
  )
}
