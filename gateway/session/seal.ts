import { compactDecrypt, CompactEncrypt } from 'jose'
import { hkdfSync } from 'node:crypto'
import * as z from 'zod/mini'
import { userSchema } from '../../src/api/contract/session'

const claimsSchema = z.object({
  /** Random; every renewal of one sign-in keeps it. */
  id: z.string(),
  /** The person's Rainbond token. The gateway sends it to the console only. */
  token: z.string(),
  user: userSchema,
  /** The sign-in, in milliseconds since 1970. */
  issuedAt: z.number(),
  /** The person's last activity to within a minute, in milliseconds since 1970. */
  activeAt: z.number(),
})

/** The content of a session cookie. */
export type SessionClaims = Readonly<z.infer<typeof claimsSchema>>

export interface Seal {
  seal(claims: SessionClaims): Promise<string>
  /** Returns undefined for a cookie that was changed, comes from elsewhere or was sealed with a removed secret. */
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
 * Seals sessions as JWE (`dir`, A256GCM), with a key derived from each secret by HKDF-SHA256.
 * @param secrets the first one seals, all of them open
 * @param audience the console's address: a cookie sealed for one console does not open for another, so that its token is
 *   never sent there
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
