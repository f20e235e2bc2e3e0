import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { parse, request } from '../client'
import { unwrapBean, unwrapList } from '../contract/envelope'
import { type AddPortBody, type ChangePortBody, type Port, portSchema } from '../contract/port'
import { ApiError } from '../errors/errors'
import { keys, portsStaleMs } from '../keys'
import { type ComponentRef, paths } from '../paths'

const portListSchema = z.array(portSchema)

/**
 * Gives a component's ports in the order they were added, from the envelope as well as from the documented bare array
 * or single object. Throws `ApiError`.
 */
export async function listPorts(ref: ComponentRef, signal?: AbortSignal): Promise<Port[]> {
  return parse(portListSchema, unwrapList(await request(paths.ports(ref), { signal })))
}

/** Adds a port and gives it as the server has it. Throws `ApiError`. */
export async function addPort(ref: ComponentRef, body: AddPortBody, signal?: AbortSignal): Promise<Port> {
  return parse(portSchema, unwrapBean(await request(paths.ports(ref), { method: 'POST', body, signal })))
}

/** Does one action on a port and gives the port as the server then has it. Throws `ApiError`. */
export async function changePort(
  ref: ComponentRef,
  port: number,
  body: ChangePortBody,
  signal?: AbortSignal,
): Promise<Port> {
  try {
    return parse(
      portSchema,
      unwrapBean(await request(paths.port(ref, port), { method: 'PUT', body, signal })),
    )
  } catch (error) {
    throw ofRename(body, error)
  }
}

/**
 * Deletes a port and gives it as it was, or null where the server has nothing to say (the documented 204).
 * Throws `ApiError`.
 */
export async function deletePort(
  ref: ComponentRef,
  port: number,
  signal?: AbortSignal,
): Promise<Port | null> {
  const body = await request(paths.port(ref, port), { method: 'DELETE', signal })
  return body === undefined ? null : parse(portSchema, unwrapBean(body))
}

// A refused state and a refused alias share status 400 and `msg` ("change port fail"); a rename has no wrong state, so
// with that action it is the alias (badly formed, or a sibling's) that was refused.
function ofRename(body: ChangePortBody, error: unknown): unknown {
  if (body.action !== 'change_port_alias' || !(error instanceof ApiError)) return error
  if (error.kind !== 'wrong-state' || error.status !== 400) return error
  const { status, code, msg, detail, requestId } = error
  const fields = { port_alias: detail ?? '' }
  return new ApiError({ kind: 'invalid', status, code, msg, detail, requestId, fields }, { cause: error })
}

/** The ports of a component. */
export const portsQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.ports(ref),
    queryFn: ({ signal }) => listPorts(ref, signal),
    staleTime: portsStaleMs,
  })
