// How every dialog looks.
import { css } from "lit";

export const dialogStyles = css`
  dialog { inline-size: min(44rem, 100vi - 2rem); max-block-size: min(44rem, 100dvb - 2rem); padding: 0; border: 1px solid var(--pq-line); border-radius: var(--pq-radius-lg); background: var(--pq-surface); color: var(--pq-ink); box-shadow: var(--pq-shadow-2); font-size: var(--pq-text-sm); }
  dialog::backdrop { background: rgb(6 14 15 / 0.5); }
  .head { position: sticky; inset-block-start: 0; display: flex; align-items: center; gap: var(--pq-3); padding: var(--pq-3) var(--pq-3) var(--pq-3) var(--pq-5); background: var(--pq-surface); border-block-end: 1px solid var(--pq-line); }
  .head h2 { flex: 1; font-size: var(--pq-text-lg); }
  .head .button { inline-size: var(--pq-target-dense); padding: 0; }
  .page { display: grid; gap: var(--pq-4); padding: var(--pq-4) var(--pq-5) var(--pq-5); }
  .page > * { min-inline-size: 0; }
`;
