// The one rule of the house (docs/architecture.md): a floor imports only from floors below it, only through
// their front door; rooms on one floor are strangers, the floor's own front room (its index.ts) joins them.
const floors = [
  '0-lexicon',
  '1-document',
  '2-syntax',
  '3-mentions',
  '4-acts',
  '5-record',
  '6-archive',
  '7-dossier',
  '8-server',
  '8-queue',
]

const upward = floors.map((floor, i) => ({
  name: `upward-from-${floor}`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${[...floors.slice(i + 1), 'cli', ...(i < 6 ? ['ground', 'fetch'] : [])].join('|')})/` },
}))

const deep = floors.map((floor) => ({
  name: `deep-into-${floor}`,
  comment: "Only a floor's front door may be imported from outside.",
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${floor}/` },
  to: { path: `^src/${floor}/`, pathNot: `^src/${floor}/index\\.ts$` },
}))

const doorsteps = ['ground', 'fetch'].map((doorstep) => ({
  name: `deep-into-${doorstep}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${doorstep}/` },
  to: { path: `^src/${doorstep}/`, pathNot: `^src/${doorstep}/index\\.ts$` },
}))

const rooms = [
  ['0-lexicon', ['actors', 'places', 'acts', 'cues']],
  ['3-mentions', ['actors', 'places', 'times']],
  ['4-acts', ['events', 'statements', 'positions', 'commitments', 'figures']],
]
const sideways = rooms.flatMap(([floor, names]) =>
  names.map((room) => ({
    name: `sideways-from-${floor}-${room}`,
    severity: 'error',
    from: { path: `^src/${floor}/${room}/` },
    to: { path: `^src/${floor}/(${names.filter((n) => n !== room).join('|')})/` },
  })),
)

module.exports = {
  forbidden: [
    ...upward,
    ...deep,
    ...doorsteps,
    ...sideways,
    {
      name: 'floor-8-strangers',
      severity: 'error',
      from: { path: '^src/8-queue/' },
      to: { path: '^src/8-server/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-floors',
      comment: 'Floors 0 to 5 do no I/O: the same code runs in Node, a worker and a browser.',
      severity: 'error',
      from: { path: '^src/[0-5]-', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'fetch-knows-nothing',
      comment: 'The way out to the net knows no floor.',
      severity: 'error',
      from: { path: '^src/fetch/' },
      to: { path: '^src/(\\d-|cli/|ground/)' },
    },
    {
      name: 'ground-is-the-doorstep',
      severity: 'error',
      from: { path: '^src/ground/' },
      to: { path: '^src/([678]-|cli/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.test\\.ts$' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
