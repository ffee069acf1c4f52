// Search over all cells of all records: every word has to stand somewhere in the record; case and accents do not matter.

export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function findRecords(folded: readonly string[], query: string): Uint8Array {
  const words = foldText(query).split(/\s+/).filter((word) => word !== "");
  return Uint8Array.from(folded, (text) => (words.every((word) => text.includes(word)) ? 1 : 0));
}
