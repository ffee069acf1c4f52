// Notes what a page does: requests, violations of its policy, lines in the console.

export async function watch(page) {
  const seen = { requests: [], errors: [], lines: [], allowed: [], violations: async () => violations };
  const violations = [];
  await page.exposeFunction("noteViolation", (text) => { violations.push(text); });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.noteViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on("request", (request) => seen.requests.push(`${request.method()} ${request.url()}`));
  page.on("console", (message) => {
    seen.lines.push(message.text());
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  return seen;
}
