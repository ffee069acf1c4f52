// Outcome columns travel without being copied.

/** The buffers of all typed arrays directly in a loaded list. */
export function columnBuffersOf(value: unknown): Transferable[] {
  const list = value as { readonly ok?: boolean; readonly value?: { readonly columns?: Readonly<Record<string, unknown>> } } | null;
  const columns = list?.ok === true ? list.value?.columns : undefined;
  if (columns === undefined || Array.isArray(columns)) return [];
  return [...new Set(Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [])))];
}
