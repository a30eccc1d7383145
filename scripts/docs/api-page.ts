import { filterQuery, ROUTES, SUBJECTS } from '#server'

/** docs/api.md, its tables made from the rows of the API. */
export function apiPage(): string {
  return `${HEAD}\n${Object.entries(SUBJECTS)
    .map(([subject, says]) => chapter(subject, says))
    .filter((text) => text !== '')
    .join('\n')}\n${FOOT}`
}

function chapter(subject: string, says: string): string {
  const rows = ROUTES.filter((route) => route.subject === subject)
  if (rows.length === 0) return ''
  const lines = rows.map(
    ({ method, path, summary, query, body }) =>
      `| \`${method.toUpperCase()} ${path}\` | ${summary} | ${takes(Object.keys(query.shape), body !== null)} |`,
  )
  return `### ${says}\n\n| request | answer | takes |\n| --- | --- | --- |\n${lines.join('\n')}\n`
}

const NARROWING = Object.keys(filterQuery.shape)

/** The parameters in short: those that narrow every list are told once. */
function takes(names: readonly string[], body: boolean): string {
  const narrowing = NARROWING.every((name) => names.includes(name))
  const own = names.filter((name) => !narrowing || !NARROWING.includes(name)).map((name) => `\`${name}\``)
  return [...(narrowing ? ['what narrows'] : []), ...own, ...(body ? ['a JSON body'] : [])].join(', ')
}

const HEAD = `# The API

\`rapporteur serve --archive FILE\` answers on loopback, to the names of loopback alone (\`--allow-host NAME\` adds one,
for a proxy). On another address it starts only with \`--token TOKEN\` (sent as \`Authorization: Bearer TOKEN\`; a browser
brings it once as \`/?token=TOKEN\`) or with \`--open\`, and then lets each client ask 1,200 times a minute (\`--rate\`).

\`GET /api/openapi.json\` is the OpenAPI 3.1 document, made from the code; \`rapporteur openapi\` prints it. Client
generators take it:

\`\`\`sh
npx openapi-typescript http://127.0.0.1:4747/api/openapi.json -o rapporteur.d.ts
curl -H 'Accept: text/csv' 'http://127.0.0.1:4747/api/events?actor=CHN&other=PHL&from=2014'
\`\`\`

This page is made from the code (\`npm run docs\`), too.

## Requests
`

const FOOT = `What narrows a list: ${NARROWING.map((name) => `\`${name}\``).join(', ')}. Those that name several things are
repeated or apart by commas. \`limit\` (1 to 500), \`cursor\` and \`order\` page through. A parameter that a path does not
know is refused: a slip of the pen never widens a question. An id that holds a slash is written with \`%2F\`.

## Formats

Lists are given as JSON (\`{ "items": […], "next": cursor or null }\`), JSON Lines (\`Accept: application/jsonl\`) or CSV
(\`Accept: text/csv\`); a link says \`?format=csv\`. In JSON Lines and CSV the next page stands in the \`Link\` header. Every
answer has an ETag; \`If-None-Match\` is answered with 304. docs/exports.md tells of whole lists as files.

## Refusals

A refusal is \`{ "error": { "status", "message" } }\`, whatever was wrong: 400 a parameter, 401 no token, 403 a strange
name or a page of another origin, 404 nothing there, 405 and 406 another method or format, 408 and 431 a request that came
too slowly or with too large a head, 413, 415 and 422 the body, 429 too many requests (\`Retry-After\` says when), 503 and
504 busy or too slow.

## Beside the API

\`GET /models/{name}.bin\` hands out the weights and the lexicon, for the coder that runs in the browser.
\`GET /metrics\` is what Prometheus reads: requests and durations by route, what the archive holds, the process.
`
