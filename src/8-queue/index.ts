/** Floor 8: documents waiting to be coded by any number of workers, on NATS JetStream. */
export { openQueue, type QueueOptions } from './open-queue.ts'
export type { DeadLetter, Delivery, Queue, QueueStatus, Submission, Taking } from './queue.ts'
export { QueueError } from './queue-error.ts'
