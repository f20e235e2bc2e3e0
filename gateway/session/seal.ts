import { compactDecrypt, CompactEncrypt } from 'jose'
import { hkdfSync } from 'node:crypto'
import * as z from 'zod/mini'
import { userSchema } from '../../src/api/contract/user'

const claimsSchema = z.object({
  /** Random; the same in every renewal of one sign-in. */
  id: z.string(),
  /** The person's Rainbond token. It leaves the gateway only towards the console. */
  token: z.string(),
  user: userSchema,
  /** Milliseconds since 1970 of the sign-in. */
  issuedAt: z.number(),
  /** Milliseconds since 1970 when the person was last seen, to within a minute. */
  activeAt: z.number(),
})

/** What a session cookie holds, once it is opened. */
export type SessionClaims = Readonly<z.infer<typeof claimsSchema>>

export interface Seal {
  seal(claims: SessionClaims): Promise<string>
  /** Gives undefined for whatever was not sealed here: tampered, foreign, or sealed with a secret that is gone. */
  open(sealed: string): Promise<SessionClaims | undefined>
}

interface Key {
  readonly id: string
  readonly bytes: Uint8Array
}

function deriveKey(secret: string, audience: string): Key {
  const derive = (info: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', secret, audience, `portdeck session ${info}`, length))
  return {
    id: Buffer.from(derive('key id', 9)).toString('base64url'),
    bytes: derive('key', 32),
  }
}

/**
 * Seals sessions as JWE (`dir`, A256GCM), with a key derived by HKDF-SHA256 from each secret.
 * Takes the secrets, of which the first seals and all open, and the console's address: a cookie that was sealed for one
 * console does not open at another, so that its token is never sent there.
 */
export function createSeal(secrets: readonly string[], audience: string): Seal {
  const keys = secrets.map((secret) => deriveKey(secret, audience))
  const [first] = keys
  if (first === undefined) throw new Error('no secret to seal sessions with')

  return {
    seal: (claims) =>
      new CompactEncrypt(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: first.id })
        .encrypt(first.bytes),

    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          ({ kid }) => {
            const key = keys.find(({ id }) => id === kid)
            if (key === undefined) throw new Error('sealed with an unknown key')
            return key.bytes
          },
          { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
        )
        const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(plaintext).toString()))
        return claims.success ? claims.data : undefined
      } catch {
        return undefined
      }
    },
  }
}
