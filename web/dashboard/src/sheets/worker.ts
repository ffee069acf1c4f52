// Reads the first sheet of a spreadsheet file that has any row, and gives it back as CSV. A worker of its own, started only
// when somebody brings such a file.
import readSheets from "read-excel-file/universal";
import { toCsv } from "./to-csv.ts";

export type SheetAnswer = { readonly ok: true; readonly sheet: string; readonly sheets: number; readonly csv: Blob } | { readonly ok: false };

globalThis.onmessage = async (event: MessageEvent<Blob>): Promise<void> => {
  const send = (answer: SheetAnswer): void => (globalThis as unknown as Worker).postMessage(answer);
  try {
    const sheets = await readSheets(await event.data.arrayBuffer());
    const found = sheets.find((sheet) => sheet.data.length > 0) ?? sheets[0];
    if (found === undefined) return send({ ok: false });
    send({ ok: true, sheet: found.sheet, sheets: sheets.length, csv: toCsv(found.data as readonly (readonly unknown[])[]) });
  } catch {
    send({ ok: false });
  }
};
