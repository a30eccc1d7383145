// A library is silent: a test in which something writes to the console fails.
for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
  console[method] = (...words: unknown[]) => {
    throw new Error(`console.${method} in a library: ${words.map(String).join(' ')}`)
  }
}
