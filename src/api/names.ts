import { plainText, visibleText } from '../lib/text/clean-text'
import type { App } from './contract/app'
import type { Component } from './contract/component'
import type { Region } from './contract/region'
import type { Team } from './contract/team'

/* Names for the screen. Where nobody gave a visible name, Rainbond's own is shown. */

export function teamName({ tenant_alias: name, tenant_name: own }: Team): string {
  return shownName(name, own)
}

export function regionName({ region_alias: name, region_name: own }: Region): string {
  return shownName(name, own)
}

export function appName({ group_name: name, ID: id }: App): string {
  return shownName(name, String(id))
}

export function componentName({
  service_cname: name,
  service_alias: own,
}: Pick<Component, 'service_cname' | 'service_alias'>): string {
  return shownName(name, own)
}

function shownName(name: string, own: string): string {
  return visibleText(plainText(name) === '' ? own : name)
}
