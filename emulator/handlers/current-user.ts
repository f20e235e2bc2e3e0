import { plain, type Answer } from '../answers'
import type { UserCall } from '../call'

/** `GET /currentuser`: who the token belongs to. */
export function currentUser({ user }: UserCall): Answer {
  const { user_id, email, nick_name, real_name, phone, is_active, enterprise_id } = user
  return plain({
    bean: { user_id, email, nick_name, real_name, phone, is_active, origion: '', enterprise_id },
  })
}
