// Long work in a worker is done in pieces, so that messages come in between.

/** Lets waiting messages in, a cancel among them. Resolves in the same turn of the event loop in which they were taken. */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
