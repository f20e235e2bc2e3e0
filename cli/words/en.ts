/** The command line's own texts. Those about plans, failures and sheets are the page's (`src/i18n/messages`). */
export const en = {
  usage: `Usage: portdeck export [options]
       portdeck plan FILE [options]
       portdeck drift FILE [options]
       portdeck apply FILE [options]

Commands
  export  writes the current ports as a sheet
  plan    shows the steps that make the ports match a sheet; sends none
  drift   the same, and exits with 2 if there are differences
  apply   runs the steps of a sheet, or of a plan that plan --out has written

Options
  --team NAME          team, by its id or name
  --region NAME        cluster, by its name
  --app NAME           only this app, by its id or name
  --component NAME     only this component, by its id or name
  --format FORMAT      export: csv, yaml (default) or json; otherwise text (default), json or markdown
  --json               the same as --format json
  --detailed-exitcode  plan: exit with 2 if there are differences
  --out FILE           plan: also write the plan to a file, for apply
  --max-deletes N      refuse to delete more than N ports
  --max-exposures N    refuse to open more than N ports at the gateway
  --yes                apply: don’t ask
  --lang LANGUAGE      en or zh; default: from LC_ALL, LC_MESSAGES or LANG
  --help               print this text

A plan that was written by plan --out knows its team, cluster and app.
RAINBOND_URL and RAINBOND_TOKEN are read from the environment.`,
  options: {
    token:
      'A token isn’t accepted as an argument, where other users of the machine can see it. Set RAINBOND_TOKEN.',
    unknownCommand: 'Unknown command: {name}',
    missing: '{option} is missing.',
    noFile: 'export writes to standard output and takes no file.',
    oneFile: '{name} takes one file: portdeck {name} FILE',
    choice: '{option} must be one of {choices}, not “{value}”.',
    count: '{option} must be a whole number, not “{value}”.',
    notHere: '{option} doesn’t go with {name}.',
    url: 'RAINBOND_URL must be the address of the Rainbond console, such as https://console.example.com.',
    tokenMissing: 'RAINBOND_TOKEN must be an access token of the Rainbond console.',
    noTerminal: 'There is no terminal to ask on. Review the plan (portdeck plan), then run apply with --yes.',
  },
  scope: {
    none: 'Not found, or not visible with this token: {what}',
    several: 'Several have this name, use the id: {what}',
    team: 'team “{name}”',
    region: 'cluster “{name}” of the team',
    app: 'app “{name}”',
    component: 'component “{name}”',
  },
  files: {
    unreadable: 'Can’t read {file}: {why}',
    unwritable: 'Can’t write {file}: {why}',
    noText: '{file} isn’t a text file. Save the sheet as CSV, YAML or JSON.',
    sheetOnly: '{file} is a plan. {name} takes a sheet.',
  },
  limits: {
    deleted:
      'This would delete {count} of {of} ports. If that is right, allow it with --max-deletes {count}.',
    exposed:
      'This would open {count} of {of} ports at the gateway. If that is right, allow it with --max-exposures {count}.',
    maxDeletes:
      'This would delete {count, plural, one {# port} other {# ports}}; --max-deletes allows {most}.',
    maxExposures:
      'This would open {count, plural, one {# port} other {# ports}} at the gateway; --max-exposures allows {most}.',
    nothingSent: 'Nothing was sent.',
  },
  planFile: {
    damaged: '{file} is damaged or was edited. Create it again with plan --out.',
    version: '{file} has the version {version}; this command line reads version {known}.',
    otherConsole: 'The plan is for {planned}, but RAINBOND_URL is {given}.',
    otherScope: 'The plan is for {option} {planned}, not {given}.',
    stale: 'The ports have changed since the plan was made. Create it again with plan --out.',
    gone: 'The component no longer exists.',
    rulesUnknown: 'The gateway rules can no longer be read.',
    rulesKnown: 'The gateway rules can be read again.',
    otherSteps: 'The plan would have other steps now.',
  },
  plan: {
    title: 'Ports',
    none: 'No differences.',
    summary:
      '{steps, plural, one {# step} other {# steps}} in {components, plural, one {# component} other {# components}}. Ports deleted: {deleted}. Ports opened at the gateway: {exposed}.',
    failures:
      '{components, plural, one {# component} other {# components}} can’t be changed as the sheet says. Nothing was sent.',
    risk: 'Risk: {text}',
    loss: 'Can’t be undone: {text}',
    problem: 'Not possible: {text}',
    step: '{text}: {reason}',
    address: '{what}: {address} ({fate})',
    change: '{before} → {after}',
    nothing: 'none',
  },
  apply: {
    title: 'Ports changed',
    question: 'Run these steps? Type “yes”: ',
    numberQuestion:
      '{count} ports will be deleted or opened at the gateway. To run these steps, type {count}: ',
    declined: 'Nothing was sent.',
    stopping: 'Stopping after the current steps. Press Ctrl+C again to exit at once.',
    cutOff: 'Stopped at once. Steps that were under way may or may not have been carried out.',
    heading: '{name}: {outcome}',
    progress: '{at}/{of} {name}: {outcome}',
    step: '{result}: {text}',
    summary:
      'Done: {done}. Partly done: {partly}. Refused: {refused}. Unclear: {unclear}. Not started: {notStarted}.',
  },
  outcomes: {
    done: 'done',
    partly: 'partly done',
    refused: 'refused',
    unclear: 'unclear',
    'not-started': 'not started',
  },
  results: {
    done: 'Done',
    answered: 'Reported as done, not verified',
    'no-effect': 'Reported as done, without effect',
    refused: 'Refused',
    unclear: 'Unclear',
    'not-sent': 'Not started',
  },
  reading: 'Reading ports: {at}/{of}',
  unread: 'Rainbond couldn’t be read.',
  /** Where the page's own words about a failure would be wrong here. */
  errors: {
    unauthenticated: 'Rainbond doesn’t accept the access token. Check RAINBOND_TOKEN.',
    'not-found': 'Not found. It may have been deleted.',
    'wrong-state': 'Rainbond doesn’t allow this in the current state.',
    cluster: 'The cluster behind Rainbond failed, so it’s unclear whether a change went through.',
    crash: 'Rainbond had an internal error, so it’s unclear whether a change went through.',
    offline: 'Can’t connect to the console. Check RAINBOND_URL and the network.',
    timeout: 'The response timed out. A change may still go through.',
    unreadable: 'Portdeck can’t read the format of this response.',
    forbidden: 'This isn’t allowed.',
    upstream: 'There was no valid response from the console. Check RAINBOND_URL.',
  },
} as const
