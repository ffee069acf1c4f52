// The most memory that the process of a page has had: page, worker and engine together. Of Linux only.
import { readFileSync } from "node:fs";

/** Resolves to megabytes. Of several pages' processes it is the largest one. */
export async function memoryOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const most = ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]);
  return Math.round((Math.max(...processInfo.filter((entry) => entry.type === "renderer").map(most)) * 1024) / 1e6);
}
