// What the page and its service worker say to each other.

/** Use the new version now. */
export type PageMessage = "use";
/** Not now: other windows are open. */
export type WorkerMessage = "others";
