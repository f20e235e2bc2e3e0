import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { unwrapBean, unwrapList } from '../contract/envelope'
import { appsPortSchema, type Port, portSchema, type TeamPort } from '../contract/port'
import type { AddPortBody, ChangePortBody } from '../contract/request-bodies'
import { ApiError } from '../errors/errors'
import { keys, listStaleMs, portsStaleMs } from '../keys'
import { type ComponentRef, paths, type RegionRef } from '../paths'
import { parse, request } from '../request/client'

const portListSchema = z.array(portSchema)

/** Returns a component's ports in the order in which they were added. */
export async function listPorts(ref: ComponentRef, signal?: AbortSignal): Promise<Port[]> {
  return parse(portListSchema, unwrapList(await request(paths.ports(ref), { signal })))
}

/** Returns the port as the server has it. */
export async function addPort(ref: ComponentRef, body: AddPortBody, signal?: AbortSignal): Promise<Port> {
  return parse(portSchema, unwrapBean(await request(paths.ports(ref), { method: 'POST', body, signal })))
}

/** Performs one action, and returns the port as the server then has it. */
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
    throw asRenameError(body, error)
  }
}

/** Returns the port as it was, or null where the server returns nothing (the documented 204). */
export async function deletePort(
  ref: ComponentRef,
  port: number,
  signal?: AbortSignal,
): Promise<Port | null> {
  const body = await request(paths.port(ref, port), { method: 'DELETE', signal })
  return body === undefined ? null : parse(portSchema, unwrapBean(body))
}

// A refused state and a refused alias share status 400 and `msg` ("change port fail"). No state forbids a rename, so with
// that action the alias was refused: it is malformed, or another port has it.
function asRenameError(body: ChangePortBody, error: unknown): unknown {
  if (body.action !== 'change_port_alias' || !(error instanceof ApiError)) return error
  if (error.kind !== 'wrong-state' || error.status !== 400) return error
  const { status, code, msg, detail, requestId } = error
  const fields = { port_alias: detail ?? '' }
  return new ApiError({ kind: 'invalid', status, code, msg, detail, requestId, fields }, { cause: error })
}

export const portsQuery = (ref: ComponentRef) =>
  queryOptions({
    queryKey: keys.ports(ref),
    queryFn: ({ signal }) => listPorts(ref, signal),
    staleTime: portsStaleMs,
  })

/** Returns every port of the team with internal access, in all of its clusters. */
export async function listTeamPorts(ref: RegionRef, signal?: AbortSignal): Promise<TeamPort[]> {
  return parse(appsPortSchema, unwrapBean(await request(paths.teamPorts(ref), { signal }))).ports
}

/** Reads which internal domains are taken. Optional: without it the server finds out. */
export const teamPortsQuery = (ref: RegionRef) =>
  queryOptions({
    queryKey: keys.teamPorts(ref),
    queryFn: ({ signal }) => listTeamPorts(ref, signal),
    staleTime: listStaleMs,
  })
