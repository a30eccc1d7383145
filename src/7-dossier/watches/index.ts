/** Watches: questions that are asked of all that arrives. */
export { type CatchOptions, catchWatches, previewWatch } from './catch-watches.ts'
export { type DeliverOptions, deliverFirings } from './deliver-firings.ts'
export { EXAMPLE_WATCHES } from './example-watches.ts'
export { type KeepWatchingOptions, keepWatching } from './keep-watching.ts'
export { signWebhook } from './sign-webhook.ts'
export { watchFeed } from './watch-feed.ts'
