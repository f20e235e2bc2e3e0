import { choosingEn } from './messages/en/choosing'

/** What the lists of teams, clusters, apps and components say in English: loaded with them. */
export const messages = { choosing: choosingEn } as const
